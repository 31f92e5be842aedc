import { expect, test } from 'vitest';
import { attribute, type CpuProfile } from './profile.ts';

const RELAY = 'file:///r/server/dist/relay';
const call = (id: number, functionName: string, url: string, children: readonly number[] = []) => ({
  id,
  callFrame: { functionName, url },
  children,
});
/** The main loop calls ws, which calls the room, which calls the gate and Yjs; the gate calls Yjs too. */
const NODES = [
  call(1, '(root)', '', [2, 8, 9]),
  call(2, 'onData', 'file:///r/node_modules/ws/lib/receiver.js', [3]),
  call(3, 'receive', `${RELAY}/room.js`, [4, 6]),
  call(4, 'judge', `${RELAY}/gate/judge-update.js`, [5]),
  call(5, 'find', 'file:///r/node_modules/yjs/dist/yjs.mjs'),
  call(6, 'applyUpdate', 'file:///r/node_modules/yjs/dist/yjs.mjs', [7]),
  call(7, 'onUpdate', `${RELAY}/frames.js`),
  call(8, '(idle)', ''),
  call(9, '(garbage collector)', ''),
];
/** A look every millisecond. */
const profileOf = (samples: readonly number[]): CpuProfile => ({
  nodes: NODES,
  startTime: 0,
  samples: [...samples, 8],
  timeDeltas: [0, ...samples.map(() => 1000)],
});

test('a look belongs to the innermost file of ours, whatever that called', () => {
  const times = attribute(profileOf([4, 5, 6, 7, 3, 2, 9, 8, 8, 8]), { from: 0, to: 100 });
  const share = (part: Parameters<NonNullable<typeof times>['get']>[0]) =>
    Math.round((times?.get(part)?.share ?? 0) * 7);
  expect(share('gate')).toBe(2);
  expect(share('applying')).toBe(1);
  expect(share('relaying')).toBe(1);
  expect(share('rest of the relay')).toBe(1);
  expect(share('ws')).toBe(1);
  expect(share('garbage collection')).toBe(1);
  expect(share('yjs')).toBe(0);
  const all = [...(times?.values() ?? [])].reduce((sum, time) => sum + time.share, 0);
  expect(all).toBeCloseTo(1);
});

test('self and total look at the code that ran and at all that called it', () => {
  const times = attribute(profileOf([5, 5, 6, 4]), { from: 0, to: 100 });
  expect(times?.get('yjs')).toEqual({ share: 0, self: 0.75, total: 0.75 });
  expect(times?.get('gate')).toEqual({ share: 0.75, self: 0.25, total: 0.75 });
  expect(times?.get('ws')?.total).toBe(1);
});

test('only what was at work within the span counts', () => {
  expect(attribute(profileOf([4, 4, 6, 6]), { from: 2, to: 4 })?.get('applying')?.share).toBe(1);
  expect(attribute(profileOf([8, 8]), { from: 0, to: 100 })).toBeUndefined();
});
