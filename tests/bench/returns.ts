/**
 * `npm run bench:returns`: two hundred people come back to a board of 10,000 notes that was written on for long, each
 * with all the deletions of its life; prints what the gate takes for them.
 */
import { loadavg } from 'node:os';
import { judgeUpdate } from '@ruimte/server/relay/gate/judge-update';
import type { Sender } from '@ruimte/server/relay/gate';
import { createId, type NoteId, type ParticipantId, type RoundId, type ZoneId } from '@ruimte/shared/ids';
import { rootOf } from '@ruimte/shared/schema/document';
import { addNote, moveNotes } from '@ruimte/shared/schema/edits/notes';
import * as Y from 'yjs';
import { GateRoom } from '../support/gate-room.ts';
import { Random } from '../support/random.ts';

const [NOTES, WRITERS, MOVES, RETURNS] = [10_000, 80, 30_000, 200];
const random = new Random(5);
const room = new GateRoom();
const sender: Sender = { participant: createId<ParticipantId>(), community: '', facilitator: false };
const zone = 'twijfel' as ZoneId;

const ids: NoteId[] = [];
for (let writer = 0; writer < WRITERS; writer += 1) {
  room.doc.clientID = 1_000 + writer;
  room.doc.transact(() => {
    for (let count = 0; count < NOTES / WRITERS; count += 1) {
      const id = random.id() as NoteId;
      ids.push(id);
      const fields = { zone, x: 1, y: 2, text: 'durf', author: sender.participant, community: '' as const };
      addNote(room.doc, { id, ...fields, round: '' as RoundId, at: 5 }, 'user');
    }
  });
}
for (let count = 0; count < MOVES; count += 1) {
  room.doc.clientID = 1_000 + random.below(WRITERS);
  moveNotes(
    room.doc,
    [{ id: random.pick(ids) ?? ('' as NoteId), zone, x: count, y: random.below(999) }],
    'user',
  );
}
// A letter out of the middle of a word is a range of its own.
room.doc.transact(() => {
  for (const id of ids.slice(0, 3_500)) {
    const text = rootOf(room.doc, 'notes').get(id)?.get('text');
    if (text instanceof Y.Text) text.delete(1, 1);
  }
});
const returning = Y.encodeStateAsUpdate(room.doc, Y.encodeStateVector(room.doc));
let ranges = 0;
for (const list of Y.decodeUpdate(returning).ds.clients.values()) ranges += list.length;
console.log(
  `load average ${loadavg()[0]?.toFixed(1)}; ${NOTES} notes, ${ranges} deleted ranges, ${returning.length} bytes`,
);
const times: number[] = [];
for (let count = 0; count < RETURNS; count += 1) {
  const bytes = returning.slice();
  const begun = performance.now();
  const { kind } = judgeUpdate(room, sender, bytes);
  times.push(performance.now() - begun);
  if (kind !== 'nothing') throw new Error(`somebody who brings nothing new was judged "${kind}"`);
}
const total = times.reduce((sum, ms) => sum + ms, 0);
const [first = 0] = times;
const sorted = times.toSorted((a, b) => a - b);
console.log(
  `${RETURNS} returns: ${total.toFixed(0)} ms together, first ${first.toFixed(1)} ms, median ${sorted[RETURNS / 2]?.toFixed(2)} ms`,
);
