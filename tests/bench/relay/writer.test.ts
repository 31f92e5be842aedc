import { createId, type ParticipantId } from '@ruimte/shared/ids';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import type { Seat } from './job.ts';
import { readServerMessage } from './wire.ts';
import { Writer } from './writer.ts';

const SEAT: Seat = { room: 'bord', path: '/bord', author: createId<ParticipantId>(), community: '' };

/** The update in a client's frame of less than 64 kB, which is masked with nothing. */
function updateIn(frame: Buffer | undefined): Uint8Array {
  if (frame === undefined) throw new Error('there is no such update');
  const header = ((frame[1] ?? 0) & 127) < 126 ? 6 : 8;
  const heard = readServerMessage('plain', frame.subarray(header));
  if (heard.type !== 'update') throw new Error('the frame holds no update');
  return heard.body;
}

test('a quick drag is byte for byte what Yjs makes of the same move', () => {
  const writer = new Writer(SEAT, 'plain');
  writer.lay(20);
  // Far enough for a clock of two bytes.
  for (let number = 0; number < 300; number += 1) writer.dragQuickly(0);
  const doc = new Y.Doc();
  for (let number = 0; number < 300; number += 1) Y.applyUpdate(doc, updateIn(writer.take(number)));
  const [id] = [...doc.getMap('notes').keys()];
  const note = doc.getMap('notes').get(id ?? '');
  if (!(note instanceof Y.Map)) throw new Error('the note is not there');
  const last = updateIn(writer.take(300));
  doc.clientID = writer.client;
  const after = new Y.Doc();
  Y.applyUpdate(after, Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(after, last);
  const moved = after.getMap('notes').get(id ?? '');
  if (!(moved instanceof Y.Map)) throw new Error('the note is gone');
  let made: Uint8Array | undefined;
  doc.once('update', (update: Uint8Array) => (made = update));
  note.set('p', moved.get('p'));
  expect(last).toEqual(made);
});

test('quick drags of several notes leave each where it was dragged last', () => {
  const writer = new Writer(SEAT, 'plain');
  writer.lay(5);
  writer.lay(5);
  for (const number of [0, 1, 0, 1, 1]) writer.dragQuickly(number);
  const doc = new Y.Doc();
  writer.ends.forEach((end, number) => {
    Y.applyUpdate(doc, updateIn(writer.take(number)));
    expect(Y.getState(doc.store, writer.client)).toBe(end);
  });
  const places = [...doc.getMap<Y.Map<unknown>>('notes').values()].map((note) => note.get('p'));
  expect(places).toEqual([
    [9, 21],
    [15, 35],
  ]);
});

test('after quick drags nothing is written by the document', () => {
  const writer = new Writer(SEAT, 'plain');
  writer.lay(5);
  writer.dragQuickly(0);
  expect(() => writer.type(6)).toThrow('only more of them');
});
