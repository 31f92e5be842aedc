import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { Counting, type Sender } from './counting.ts';

interface Person extends Sender {
  readonly updates: readonly Uint8Array[];
}

/** Somebody who wrote so many entries, one per update, and sent them all at nought. */
function write(count: number, room = 'bord'): Person {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  const ends: number[] = [];
  doc.on('update', (update: Uint8Array) => {
    updates.push(update);
    ends.push(Y.getState(doc.store, doc.clientID));
  });
  for (let number = 0; number < count; number += 1) doc.getMap('m').set('key', [number]);
  return { client: doc.clientID, room, ends, sentAt: ends.map(() => 0), updates };
}

function watch(senders: readonly Person[], observers: readonly Person[]) {
  const counting = new Counting(senders, observers);
  counting.begin = 0;
  return counting;
}

test('a merged message counts as the updates in it, of every sender', () => {
  const [anna, bram, observer] = [write(3), write(5), write(0)];
  const counting = watch([anna, bram, observer], [observer]);
  counting.look(observer, Y.mergeUpdates([...anna.updates, ...bram.updates]), 7);
  expect(counting.inTime).toBe(8);
  expect(counting.messages).toBe(1);
  expect(counting.latencies.count).toBe(8);
  expect(counting.expected()).toBe(8);
});

test('updates one by one count the same', () => {
  const [anna, observer] = [write(3), write(0)];
  const counting = watch([anna, observer], [observer]);
  for (const update of anna.updates) counting.look(observer, update, 7);
  expect(counting.inTime).toBe(3);
  expect(counting.messages).toBe(3);
});

test('what comes twice, by itself and merged, counts once', () => {
  const [anna, observer] = [write(3), write(0)];
  const counting = watch([anna, observer], [observer]);
  counting.look(observer, Y.mergeUpdates(anna.updates.slice(0, 2)), 7);
  for (const update of anna.updates) counting.look(observer, update, 8);
  counting.look(observer, Y.mergeUpdates([...anna.updates]), 9);
  expect(counting.inTime).toBe(3);
  expect(counting.messages).toBe(2);
});

test('what was lost is not counted because later updates came', () => {
  const [anna, observer] = [write(4), write(0)];
  const counting = watch([anna, observer], [observer]);
  const [first, second, third, fourth] = anna.updates;
  if (!first || !second || !third || !fourth) throw new Error('four updates were written');
  counting.look(observer, Y.mergeUpdates([first, third]), 7);
  counting.look(observer, fourth, 8);
  expect(counting.inTime).toBe(1);
  counting.look(observer, second, 9);
  expect(counting.inTime).toBe(4);
});

test('an update counts when all of it is there', () => {
  const doc = new Y.Doc();
  const observer = write(0);
  doc.getMap('m').set('a', 1);
  const half = Y.encodeStateAsUpdate(doc);
  doc.getMap('m').set('b', 2);
  const whole = Y.encodeStateAsUpdate(doc);
  const both: Person = { client: doc.clientID, room: 'bord', ends: [2], sentAt: [0], updates: [] };
  const counting = watch([both, observer], [observer]);
  counting.look(observer, half, 1);
  expect(counting.inTime).toBe(0);
  counting.look(observer, whole, 2);
  expect(counting.inTime).toBe(1);
});

test('a sender hears of an update when the last observer has it, itself not counted', () => {
  const [anna, bram, observer] = [write(2), write(0), write(0)];
  const counting = watch([anna, bram, observer], [anna, bram, observer]);
  const told: (readonly [Person, number])[] = [];
  counting.onSeen = (sender, seen) => told.push([sender, seen]);
  const [first, second] = anna.updates;
  if (!first || !second) throw new Error('two updates were written');
  counting.look(bram, Y.mergeUpdates([first, second]), 1);
  counting.look(anna, first, 1);
  expect(told).toEqual([]);
  counting.look(observer, first, 2);
  counting.look(observer, second, 3);
  expect(told).toEqual([
    [anna, 1],
    [anna, 1],
  ]);
  expect(counting.inTime).toBe(4);
});

test('behind one sight stand all receivers of its room', () => {
  const one = [write(1), write(1), write(1), write(1)];
  const other = [write(1, 'b'), write(1, 'b')];
  const counting = watch(
    [...one, ...other],
    [one[0], one[3], other[1]].flatMap((each) => each ?? []),
  );
  // Four people each with three others, and two with one: 14; observed are two with three and one with one: 7.
  expect(counting.receiversPerSight()).toBe(2);
});

test('only what was sent in the measured time is expected, and only what comes in it is delivered', () => {
  const anna = { ...write(4), sentAt: [1, 5, 9, 10] };
  const observer = write(0);
  const counting = watch([anna, observer], [observer]);
  counting.begin = 5;
  counting.end = 10;
  anna.updates.forEach((update, number) => counting.look(observer, update, [2, 6, 11, 12][number] ?? 0));
  expect(counting.inTime).toBe(1);
  expect(counting.expected()).toBe(2);
  expect(counting.latencies.count).toBe(2);
});
