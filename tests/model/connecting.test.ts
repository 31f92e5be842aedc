import { describe, expect, it } from 'vitest';
import { allSaved, live, lost, openSmallPerson, refused, textsOf, write } from '../support/small-person.ts';
import { FIRST_ROUND, startSmallRelay, ZONE } from '../support/small-relay.ts';
import { until } from '../support/until.ts';

describe('a page that is opened while the server is away', () => {
  it('knows the round it was in, takes notes, and sends them by itself', async () => {
    const relay = await startSmallRelay();
    const anna = openSmallPerson(relay);
    await live(anna);
    anna.vanish();
    relay.unplugged(true);
    const again = openSmallPerson(relay, anna.storage);
    await lost(again);
    expect(again.model.stage.get().round).toBe(FIRST_ROUND);
    write(again, 'zonder server geschreven');
    expect(again.model.unsent.get()).toMatchObject([{ state: 'waiting', round: FIRST_ROUND }]);
    relay.unplugged(false);
    again.wake();
    await allSaved(again);
    expect(textsOf(relay)).toEqual(['zonder server geschreven']);
  });

  it('waits for the server where this device has never been before', async () => {
    const relay = await startSmallRelay();
    relay.unplugged(true);
    const anna = openSmallPerson(relay);
    expect(anna.model.noWriting.get()).toBe('beforeFirstRound');
    relay.unplugged(false);
    expect(await live(anna)).toEqual({ state: 'live' });
  });
});

describe('connecting', () => {
  it('carries a new ticket each time, never in the address', async () => {
    const relay = await startSmallRelay();
    const anna = openSmallPerson(relay);
    await live(anna);
    relay.closeAll(1012);
    await lost(anna);
    await live(anna);
    const tickets = relay.upgrades.map(({ protocols }) => protocols);
    expect(new Set(tickets).size).toBe(4);
    for (const { url, protocols } of relay.upgrades) {
      expect(url).not.toContain('ticket');
      expect(protocols).toMatch(/^ruimte\.1,\s*ticket\.\w+$/);
    }
  });

  it('keeps what is typed without a connection and sends it on waking up', async () => {
    const relay = await startSmallRelay();
    const anna = openSmallPerson(relay);
    await live(anna);
    relay.unplugged(true);
    await lost(anna);
    write(anna, 'onderweg');
    expect(anna.model.unsent.get()).toMatchObject([{ state: 'waiting' }]);
    relay.unplugged(false);
    anna.wake();
    await live(anna);
    await allSaved(anna);
    expect(textsOf(relay)).toEqual(['onderweg']);
  });

  it('notices a line that died without a word', async () => {
    const relay = await startSmallRelay();
    const anna = openSmallPerson(relay);
    await live(anna);
    relay.fallSilent();
    anna.wake();
    await lost(anna);
    expect(await live(anna)).toEqual({ state: 'live' });
  }, 15_000);

  it('is back within a second of waking when the line died while the page slept', async () => {
    const relay = await startSmallRelay();
    const anna = openSmallPerson(relay);
    await live(anna);
    relay.fallSilent();
    const woke = performance.now();
    anna.wake();
    await lost(anna);
    await live(anna);
    expect(performance.now() - woke).toBeLessThan(1_500);
  });

  it('ends when the session has ended, and keeps the words', async () => {
    const relay = await startSmallRelay();
    relay.confirming(false);
    relay.answerOutbox('signInNeeded');
    const anna = openSmallPerson(relay);
    await live(anna);
    write(anna, 'bewaard');
    relay.closeAll(4430);
    await until(anna.model.connection, ({ state }) => state === 'ended', 'the end');
    expect(await refused(anna)).toMatchObject([{ text: 'bewaard', reason: 'signInNeeded' }]);
  });

  it('shows people to each other again after the relay came back', async () => {
    const relay = await startSmallRelay();
    const [anna, bram] = [openSmallPerson(relay), openSmallPerson(relay)];
    await Promise.all([live(anna), live(bram)]);
    anna.model.setPresence({ zone: ZONE });
    await until(bram.model.others, (others) => others.some(({ zone }) => zone === ZONE), 'seeing Anna');
    relay.closeAll(1012);
    await until(bram.model.others, (others) => others.length === 0, 'seeing nobody');
    const [back] = await until(bram.model.others, (others) => others.length > 0, 'seeing Anna again');
    expect(back?.zone).toBe(ZONE);
  });
});
