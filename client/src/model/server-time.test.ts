import { describe, expect, it } from 'vitest';
import { createServerTime } from './server-time.ts';

describe('server time', () => {
  it('starts from the time of the session', () => {
    expect(createServerTime({ now: () => 1_000 }, 501_000).now()).toBe(501_000);
  });

  it('believes the quickest of several answers', () => {
    const clock = { now: 10_000 };
    const time = createServerTime(clock0(clock), 20_100);
    time.learn(9_000, 19_500, 10_000);
    time.learn(9_980, 19_995, 10_000);
    time.learn(9_400, 19_900, 10_000);
    clock.now = 11_000;
    expect(time.now()).toBe(21_005);
  });

  it('never goes back for small corrections', () => {
    const clock = { now: 10_000 };
    const time = createServerTime(clock0(clock), 21_000);
    expect(time.now()).toBe(21_000);
    time.learn(9_990, 20_000, 10_000);
    expect(time.now()).toBe(21_000);
    clock.now = 12_000;
    expect(time.now()).toBe(22_005);
  });

  it('follows at once when one of the clocks was set', () => {
    const clock = { now: 10_000 };
    const time = createServerTime(clock0(clock), 20_000);
    time.learn(9_990, 20_000, 10_000);
    time.learn(9_900, 9_000_000, 10_000);
    expect(time.now()).toBe(9_000_050);
  });
});

function clock0(clock: { readonly now: number }) {
  return { now: () => clock.now };
}
