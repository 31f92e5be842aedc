import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { encodePieces } from './pieces.ts';
import { rebuildPieces } from './rebuild.ts';

const PEOPLE = 20;

/** Twenty people who write in each other's notes and lists, remove and overwrite, merging now and then. */
function createBusyBoard(seed: number): Y.Doc {
  let state = seed;
  const below = (most: number): number => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) % most;
  const docs = Array.from({ length: PEOPLE }, () => new Y.Doc());
  for (let step = 0; step < 2_500; step += 1) {
    const doc = docs[below(PEOPLE)] ?? new Y.Doc();
    const notes = doc.getMap<Y.Map<unknown>>('notes');
    const key = `k${below(60)}`;
    const note = notes.get(key);
    const kind = below(10);
    if (note === undefined || kind === 0) notes.set(key, new Y.Map([['text', new Y.Text('begin')]]));
    else if (kind === 1) notes.delete(key);
    else if (kind < 5) note.set('p', [step, below(100)]);
    else {
      const text = note.get('text') as Y.Text;
      text.insert(below(text.length + 1), `w${step}`);
      if (text.length > 20) text.delete(below(10), 5);
    }
    const other = docs[below(PEOPLE)] ?? doc;
    if (below(4) === 0) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)));
  }
  const all = new Y.Doc();
  for (const doc of docs) Y.applyUpdate(all, Y.encodeStateAsUpdate(doc));
  return all;
}

/** What a document holds, as one transaction joins it: two that hold the same may have cut it in other places. */
function joined(doc: Y.Doc): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return Y.encodeStateAsUpdate(copy);
}

function isWhole(doc: Y.Doc): boolean {
  return doc.store.pendingStructs === null && doc.store.pendingDs === null;
}

test.each([1, 2, 3])('[R31] pieces build only on those before them and are the document, seed %i', (seed) => {
  const doc = createBusyBoard(seed);
  const pieces = encodePieces(doc, 20);
  expect(pieces.length).toBeGreaterThan(20);
  const copy = new Y.Doc();
  for (const piece of pieces) {
    Y.applyUpdate(copy, piece);
    expect(isWhole(copy)).toBe(true);
  }
  expect(copy.getMap('notes').toJSON()).toEqual(doc.getMap('notes').toJSON());
  expect(Y.encodeStateVector(copy)).toEqual(Y.encodeStateVector(doc));
  expect(joined(copy)).toEqual(joined(doc));
});

test('[R31] an empty document has no pieces', () => {
  expect(encodePieces(new Y.Doc())).toEqual([]);
});

test('[R31] a long text is a piece of its own', () => {
  const doc = new Y.Doc();
  doc.getText('a').insert(0, 'x'.repeat(140_000));
  doc.clientID = 7;
  doc.getText('b').insert(0, 'kort');
  expect(encodePieces(doc)).toHaveLength(2);
});

test('[R30] what was removed is in no piece of a document that is built anew', () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.getText('a').insert(0, 'blijft en verdwijnt');
  doc.getText('a').delete(9, 10);
  const pieces = rebuildPieces(updates);
  expect(pieces.some((piece) => Buffer.from(piece).includes('verdwijnt'))).toBe(false);
  expect(pieces.some((piece) => Buffer.from(piece).includes('blijft'))).toBe(true);
});

test('[R22] updates with a hole in them are refused', () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const letter of 'abc') doc.getText('a').insert(doc.getText('a').length, letter);
  expect(() => rebuildPieces([updates[0], updates[2]].flatMap((update) => update ?? []))).toThrow('missing');
  expect(() => rebuildPieces([new Uint8Array([9, 9, 9])])).toThrow('rebuilt');
});
