/** The gate beside Yjs: on recorded honest traffic, and on the same bytes with a few of them changed. */
import { decodeUpdate } from '@ruimte/server/relay/gate/decode';
import { judgeUpdate } from '@ruimte/server/relay/gate/judge-update';
import type { Sender } from '@ruimte/server/relay/gate';
import { LIMITS } from '@ruimte/shared/limits';
import { rootOf } from '@ruimte/shared/schema/document';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { holdMeetup } from '../support/gate-meetup.ts';
import { boardOf, type GateRoom } from '../support/gate-room.ts';
import { textOf } from '../support/gate-scene.ts';
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

/** A few bytes changed, dropped, doubled or taken from another update. */
function mutate(random: Random, update: Uint8Array, other: Uint8Array): Uint8Array {
  const bytes = [...update];
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const at = random.below(bytes.length);
    const roll = random.below(5);
    if (roll === 0) bytes[at] = random.below(256);
    else if (roll === 1) bytes[at] = ((bytes[at] ?? 0) + (random.chance(0.5) ? 1 : 255)) % 256;
    else if (roll === 2) bytes.splice(at, 1 + random.below(4));
    else if (roll === 3) bytes.splice(at, 0, ...bytes.slice(at, at + random.below(8)));
    else bytes.splice(at, 4, ...other.slice(0, random.below(12)));
  }
  return Uint8Array.from(bytes);
}

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
        const damaged = mutate(random, update, other);
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
