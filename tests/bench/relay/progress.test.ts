import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { forEachStretch } from './progress.ts';

const stretchesOf = (update: Uint8Array): readonly (readonly [number, number, number])[] => {
  const told: (readonly [number, number, number])[] = [];
  forEachStretch(update, (...stretch) => told.push(stretch));
  return told;
};

/** One of everything Yjs can write, each as an update of its own. */
function writeEverything(doc: Y.Doc): readonly Uint8Array[] {
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const map = doc.getMap('map');
  const text = doc.getText('text');
  map.set('values', [1, -70_000, 1.5, 2 ** 60, 12n, true, false, null, undefined, 'ë', { a: ['b'] }]);
  map.set('values', new Uint8Array([1, 2, 3]));
  map.set('inner', new Y.Map([['text', new Y.Text('binnen 🙂')]]));
  text.insert(0, 'een kaartje met een 👩‍🏫 en een ij');
  text.insert(3, ' heel', { bold: true });
  text.insertEmbed(0, { image: 'x' });
  text.delete(2, 4);
  doc.getArray('list').insert(0, [1, 'twee', { drie: 3 }]);
  doc.getArray('list').delete(1, 1);
  doc.getXmlFragment('xml').insert(0, [new Y.XmlElement('p'), new Y.XmlText('t')]);
  map.set('doc', new Y.Doc());
  return updates;
}

test('reads of every update how far it brings a client', () => {
  const doc = new Y.Doc();
  for (const update of [...writeEverything(doc), Y.encodeStateAsUpdate(doc)]) {
    const { from, to } = Y.parseUpdateMeta(update);
    const expected = [...to].map(([client, end]) => [client, from.get(client), end]);
    expect(stretchesOf(update)).toEqual(expected);
  }
});

test('reads of merged updates of several clients all that is in them', () => {
  const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  const merged = Y.mergeUpdates(docs.flatMap(writeEverything));
  const ends = new Map(stretchesOf(merged).map(([client, , to]) => [client, to]));
  expect(ends).toEqual(new Map(docs.map(({ clientID, store }) => [clientID, Y.getState(store, clientID)])));
});

test('does not call arrived what a merge left out', () => {
  const doc = new Y.Doc();
  const [first, , third] = writeEverything(doc);
  if (first === undefined || third === undefined) throw new Error('nothing was written');
  const told = stretchesOf(Y.mergeUpdates([first, third]));
  const expected = [first, third].flatMap((update) => stretchesOf(update));
  expect(told).toEqual(expected);
});

test('says when the bytes end early', () => {
  const doc = new Y.Doc();
  writeEverything(doc);
  const whole = Y.encodeStateAsUpdate(doc);
  expect(() => stretchesOf(whole.subarray(0, whole.length >> 1))).toThrow('ends early');
});
