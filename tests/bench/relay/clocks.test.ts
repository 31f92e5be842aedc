import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { clockIn, Clocks } from './clocks.ts';

function writeText(words: readonly string[]): {
  readonly doc: Y.Doc;
  readonly updates: readonly Uint8Array[];
} {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (const word of words) doc.getText('t').insert(0, word);
  return { doc, updates };
}

test('all is there when the last of it is, in whatever order it came', () => {
  const { doc, updates } = writeText(['een', 'twee', 'drie']);
  const clocks = new Clocks();
  clocks.want([[doc.clientID, 11]]);
  for (const update of updates.toReversed()) {
    expect(clocks.complete).toBe(false);
    clocks.take(update);
  }
  expect(clocks.complete).toBe(true);
});

test('asks for the rest as Yjs does', () => {
  const { doc, updates } = writeText(['een', 'twee']);
  const clocks = new Clocks();
  for (const update of updates) clocks.take(update);
  expect(clocks.encode()).toEqual(Y.encodeStateVector(doc));
  expect(clockIn(clocks.encode(), doc.clientID)).toBe(7);
  expect(clockIn(clocks.encode(), doc.clientID + 1)).toBe(0);
});

test('what is wanted later and is there already is not waited for', () => {
  const { doc, updates } = writeText(['een', 'twee']);
  const clocks = new Clocks();
  for (const update of updates) clocks.take(update);
  clocks.want([[doc.clientID, 7]]);
  expect(clocks.complete).toBe(true);
  clocks.want([[doc.clientID, 8]]);
  expect(clocks.complete).toBe(false);
});
