/** What the gate remembers from one update to the next: what everybody has cost, and deletions that are known. */
import { createId } from '@ruimte/shared/ids';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { handUpdate, type HandStruct } from '../support/gate-bytes.ts';
import { attempt, createScene, idIn, lay, noteFields, outcome, type Scene } from '../support/gate-scene.ts';
import { TestClock } from '../support/test-clock.ts';

const HOUR_MS = 60 * 60_000;

/**
 * Anna lays siblings under one key after the other, one in a message and at most 400 under each.
 * @returns how many were taken before one was not, at most `most`.
 */
function laySiblings(scene: Scene, most: number): number {
  const client = new Y.Doc().clientID;
  for (let taken = 0, clock = 0; taken < most;) {
    const note = createId();
    if (
      outcome(attempt(scene.room, scene.anna, (doc) => lay(doc, 'notes', note, noteFields(scene.anna)))) !==
      'accept'
    )
      return taken;
    const origin = idIn(scene, 'zone', note);
    for (let count = 0; count < 400 && taken < most; count += 1) {
      const structs: HandStruct[] = [{ origin, any: ['kind'] }];
      if (outcome(scene.room.receive(scene.anna, handUpdate([[client, clock, structs]]))) !== 'accept')
        return taken;
      clock += 1;
      taken += 1;
    }
  }
  return most;
}

test('[R34] siblings in small messages, under one key after the other, come to an end for who sends them', () => {
  const scene = createScene();
  expect(laySiblings(scene, 5_000)).toBeLessThan(1_000);
  const note = createId();
  const byBert = attempt(scene.room, scene.bert, (doc) => lay(doc, 'notes', note, noteFields(scene.bert)));
  expect(outcome(byBert)).toBe('accept');
});

test('[R34] what somebody cost has faded after an hour', () => {
  const clock = new TestClock();
  const scene = createScene({}, () => clock.now());
  laySiblings(scene, 5_000);
  expect(laySiblings(scene, 300)).toBeLessThan(300);
  clock.advance(HOUR_MS);
  expect(laySiblings(scene, 300)).toBe(300);
});

/** A board on which 1,000 notes were laid and every second one removed, and all its deletions as who returns sends them. */
function longUsed() {
  const scene = createScene();
  const { room, anna } = scene;
  const ids = Array.from({ length: 1_000 }, () => createId());
  attempt(room, anna, (doc) => ids.forEach((id) => lay(doc, 'notes', id, noteFields(anna))));
  attempt(room, anna, (doc) => ids.forEach((id, i) => i % 2 === 0 && doc.getMap('notes').delete(id)));
  const returning = Y.encodeStateAsUpdate(room.doc, Y.encodeStateVector(room.doc));
  return { ...scene, ids, returning };
}

test('deletions that were found to be known are not looked at again', () => {
  const { room, bert, returning } = longUsed();
  expect(outcome(room.receive(bert, returning))).toBe('nothing');
  expect(room.counts.knownDeletes.hits).toBe(0);
  for (let count = 1; count <= 5; count += 1) {
    expect(outcome(room.receive(bert, returning.slice()))).toBe('nothing');
    expect(room.counts.knownDeletes.hits).toBe(count);
  }
});

test('who brings something new beside known deletions is taken, and the deletions are not passed on', () => {
  const { room, bert, returning } = longUsed();
  room.receive(bert, returning);
  const copy = room.replay();
  lay(copy, 'notes', createId(), noteFields(bert));
  const verdict = room.receive(bert, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(room.doc)));
  expect(room.counts.knownDeletes.hits).toBe(1);
  expect(verdict.kind === 'accept' && Y.decodeUpdate(verdict.update).ds.clients.size).toBe(0);
});

test('one deletion more is seen', () => {
  const { room, anna, bert, ids, returning } = longUsed();
  room.receive(bert, returning);
  const copy = room.replay();
  copy.getMap('notes').delete(ids[1] ?? '');
  expect(outcome(room.receive(anna, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(room.doc))))).toBe(
    'accept',
  );
  expect(room.doc.getMap('notes').has(ids[1] ?? '')).toBe(false);
});

test('deletions of what the update itself brings are not remembered: it may be refused', () => {
  const { room, bert } = longUsed();
  const client = new Y.Doc().clientID;
  const ranges = Array.from({ length: 600 }, (_, i) => [i * 2, 1] as const);
  const gone: HandStruct[] = [{ gc: 1_200 }, { root: 'zones', key: createId(), type: 1 }];
  const refused = handUpdate([[client, 0, gone]], [[client, ranges]]);
  expect(outcome(room.receive(bert, refused))).toBe('forbidden');
  expect(outcome(room.receive(bert, handUpdate([], [[client, ranges]])))).toBe('incomplete');
});
