/** The gate beside Yjs: on recorded honest traffic, and on the same bytes with a few of them changed. */
import { decodeUpdate } from '@ruimte/server/relay/gate/decode';
import { judgeUpdate } from '@ruimte/server/relay/gate/judge-update';
import { Refusal } from '@ruimte/server/relay/gate/refusal';
import type { Sender } from '@ruimte/server/relay/gate';
import { LIMITS } from '@ruimte/shared/limits';
import { rootOf } from '@ruimte/shared/schema/document';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { holdMeetup } from '../support/gate-meetup.ts';
import { boardOf, type GateRoom } from '../support/gate-room.ts';
import { textOf } from '../support/gate-scene.ts';
import { mutate } from '../support/fuzz/mutate.ts';
import { Random } from '../support/random.ts';

const MUTATIONS = Number(process.env['GATE_MUTATIONS'] ?? 20_000);

test('the decoder of the gate reads honest traffic as Yjs does', () => {
  const { room } = holdMeetup(7, 600);
  for (const update of room.received) {
    const theirs = Y.decodeUpdate(update);
    const ours = decodeUpdate(update, LIMITS);
    const structs = ours.sections.flatMap((section) => section.structs);
    expect(structs.map(({ client, clock, length }) => [client, clock, length])).toEqual(
      theirs.structs.map((struct) => [struct.id.client, struct.id.clock, struct.length]),
    );
    expect(structs.map(({ text }) => text)).toEqual(
      theirs.structs.map((struct) =>
        struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : '',
      ),
    );
    const deletes = [...theirs.ds.clients].map(([client, list]) => [
      client,
      list.map(({ clock, len }) => ({ clock, length: len })),
    ]);
    expect([...ours.deletes]).toEqual(deletes);
  }
});

test('the rewritten update does what the original does', () => {
  const { room } = holdMeetup(8, 300, (before: GateRoom, update, verdict) => {
    if (verdict.kind !== 'accept' || verdict.update === update) return;
    const [theirs, ours] = [before.replay(), before.replay()];
    Y.applyUpdate(theirs, update);
    Y.applyUpdate(ours, verdict.update);
    expect(boardOf(ours)).toEqual(boardOf(theirs));
    expect(Y.encodeStateVector(ours)).toEqual(Y.encodeStateVector(theirs));
    expect(Y.snapshot(ours).ds.clients).toEqual(Y.snapshot(theirs).ds.clients);
  });
  expect(room.surprises).toEqual([]);
});

/**
 * What the gate calls malformed although Yjs reads it, and why: Yjs keeps the last of two sections, reads on past what
 * was promised, mends bad text, takes a last digit too many, and knows no order of deletions.
 */
const STRICTER = new Set([
  'two sections of one client id',
  'two delete sets of one client id',
  'a section without structs',
  'a delete set without ranges',
  'a struct without length',
  'a clock beyond its limit',
  'a number above 2^53',
  'a number beyond 2^53',
  'a parent that is neither a root nor an item',
  'a text that is not UTF-8',
  'deleted ranges that are empty or out of order',
  'bytes after the end of the update',
  'more promised than the bytes can hold',
]);

/** Ids, lengths and texts of what Yjs reads; undefined when it cannot. */
function readByYjs(update: Uint8Array): unknown {
  try {
    return Y.decodeUpdate(update).structs.map((struct) => [
      struct.id.client,
      struct.id.clock,
      struct.length,
      struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : '',
    ]);
  } catch {
    // Yjs has no one way to say that bytes are bad: it throws whatever it falls over.
    return undefined;
  }
}

/** The same as the decoder of the gate reads them, or why it does not. */
function readByGate(update: Uint8Array): unknown {
  try {
    const structs = decodeUpdate(update, LIMITS).sections.flatMap((section) => section.structs);
    return structs.map(({ client, clock, length, text }) => [client, clock, length, text]);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

test(`of ${MUTATIONS} damaged updates the decoder of the gate takes only what Yjs reads alike, and refuses for cause`, () => {
  const random = new Random(4);
  const { room } = holdMeetup(10, 400);
  const clients = [...room.owners.keys()];
  const [taken, theirs]: [unknown[], unknown[]] = [[], []];
  const reasons = new Set<string>();
  for (let index = 0; index < MUTATIONS; index += 1) {
    const honest = random.pick(room.received) ?? new Uint8Array();
    const damaged = mutate(random, honest, { other: random.pick(room.received) ?? honest, clients });
    const [byGate, byYjs] = [readByGate(damaged), readByYjs(damaged)];
    if (!(byGate instanceof Refusal)) {
      taken.push([index, byGate]);
      theirs.push([index, byYjs]);
    } else if (byGate.code === 'malformed' && byYjs !== undefined) reasons.add(byGate.message);
  }
  expect(taken).toEqual(theirs);
  expect([...reasons].filter((reason) => !STRICTER.has(reason))).toEqual([]);
  expect(taken.length).toBeGreaterThan(MUTATIONS / 20);
});

/** Words and authors of the notes that are not this sender's. */
function wordsOfOthers(doc: Y.Doc, sender: Sender): Record<string, unknown> {
  const words: Record<string, unknown> = {};
  for (const [id, note] of rootOf(doc, 'notes').entries()) {
    const author = note.get('author');
    if (author !== sender.participant)
      words[id] = [author, note.get('community'), textOf(doc, id).toString()];
  }
  return words;
}

test(
  `of ${MUTATIONS} damaged updates none makes the gate throw, and what it accepts does no harm`,
  { timeout: 60_000 + MUTATIONS },
  () => {
    const random = new Random(3);
    const seen = new Map<string, number>();
    const perUpdate = Math.ceil(MUTATIONS / 400);
    holdMeetup(9, 400, (room, update, _verdict, sender) => {
      const other = random.pick(room.received) ?? update;
      const state = Y.encodeStateAsUpdate(room.doc);
      for (let index = 0; index < perUpdate; index += 1) {
        const damaged = mutate(random, update, { other, clients: [...room.owners.keys()] });
        const judged = judgeUpdate(room, sender, damaged);
        seen.set(judged.kind, (seen.get(judged.kind) ?? 0) + 1);
        if (judged.kind !== 'accept') continue;
        const copy = new Y.Doc();
        Y.applyUpdate(copy, state);
        const before = wordsOfOthers(copy, sender);
        Y.applyUpdate(copy, judged.update);
        const where = `after ${room.received.length} updates, mutation ${index}`;
        expect({
          where,
          pending: [copy.store.pendingStructs, copy.store.pendingDs],
          again: judgeUpdate({ ...room, doc: copy }, sender, damaged).kind,
          wordsOfOthers: sender.facilitator ? before : wordsOfOthers(copy, sender),
        }).toEqual({ where, pending: [null, null], again: 'nothing', wordsOfOthers: before });
      }
    });
    expect(seen.get('accept')).toBeGreaterThan(MUTATIONS / 100);
    expect(seen.get('refuse')).toBeGreaterThan(MUTATIONS / 10);
  },
);
