import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { asksForAll, FirstAnswer } from './first-answer.ts';

function createBoard() {
  const doc = new Y.Doc();
  doc.getMap('notes').set('begin', 1);
  const first = new FirstAnswer(doc);
  doc.on('update', (update: Uint8Array) => first.note(update));
  return { doc, first };
}

test('[R27] the document is encoded once for all who come, and once more only after much was written', () => {
  const { doc, first } = createBoard();
  const [state] = first.frames();
  doc.getMap('notes').set('later', 2);
  expect(first.frames()[0]).toBe(state);
  expect(first.frames()).toHaveLength(3);
  for (let i = 0; i < 2_100; i += 1) doc.getMap('notes').set(`nog ${i}`, i);
  expect(first.frames()[0]).not.toBe(state);
  expect(first.frames()).toHaveLength(2);
});

test('only a state vector without entries asks for all', () => {
  const { doc } = createBoard();
  expect(asksForAll(Y.encodeStateVector(new Y.Doc()))).toBe(true);
  expect(asksForAll(Y.encodeStateVector(doc))).toBe(false);
  expect(asksForAll(new Uint8Array())).toBe(false);
});
