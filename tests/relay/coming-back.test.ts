/** What a device says when it comes back, while its earlier line still has something to say. */
import { createId, type NoteId, type ParticipantId } from '@ruimte/shared/ids';
import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import { readOwnMessage } from '@ruimte/shared/protocol/messages';
import { BOARD_ROOTS, defineRoots, rootOf } from '@ruimte/shared/schema/document';
import { setNoteText } from '@ruimte/shared/schema/edits/notes';
import * as decoding from 'lib0/decoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { say } from '../support/attacker.ts';
import { defer } from '../support/clean-up.ts';
import { createRelayRig, noteUpdate, type RigSocket } from '../support/relay-rig.ts';

const MALFORMED_AFTER = 20;

/** A board with one note on it. */
function boardWith(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  defineRoots(doc, BOARD_ROOTS);
  Y.applyUpdate(doc, update);
  return doc;
}

/** Changes of which each builds on the one before. */
function typeOn(doc: Y.Doc, count: number): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const gather = (update: Uint8Array): void => void updates.push(update);
  const [id] = rootOf(doc, 'notes').keys();
  doc.on('update', gather);
  for (let i = 1; i <= count; i += 1) setNoteText(doc, id as NoteId, `woord ${i}`, 'typing');
  doc.off('update', gather);
  return updates;
}

const answer = (update: Uint8Array): Uint8Array => say.sync(1, update);
const isAsked = ({ received }: RigSocket): boolean =>
  received.some(([type, kind]) => type === 0 && kind === 0);

/** Up to which clock a socket was told that the words of each client id are saved. */
function calledSaved({ received }: RigSocket): ReadonlyMap<number, number> {
  const called = new Map<number, number>();
  for (const bytes of received) {
    const decoder = decoding.createDecoder(bytes);
    const message = readOwnMessage(decoding.readVarUint(decoder), decoder);
    if (message?.type === 'durable') called.set(message.clientId, message.clock);
  }
  return called;
}

/** A person on a new line, whose earlier line brought a note only after the new one had got its answer. */
async function comeBack() {
  const rig = await createRelayRig({ defer });
  const room = await rig.openRoom();
  const participant = createId<ParticipantId>();
  const earlier = await rig.join(room, { participant, extras: true });
  const line = await rig.join(room, { participant, extras: true });
  line.sync();
  await expect.poll(() => line.connection.syncedAt).toBe(0);
  const words = noteUpdate(participant, 'nog onderweg');
  earlier.client.send(say.update(words));
  await expect.poll(() => room.settled && rootOf(room.doc, 'notes').size).toBe(1);
  const saved = [...Y.decodeStateVector(Y.encodeStateVector(room.doc))];
  return { rig, room, participant, line, words, saved };
}

describe('[R37] who sends again what came over an earlier line is told there that it is saved', () => {
  test('when there is nothing new in it', async () => {
    const { line, words, saved } = await comeBack();
    line.client.send(answer(words));
    await expect.poll(() => [...calledSaved(line)]).toEqual(saved);
  });

  test('when it comes with words of a page that was loaded again', async () => {
    const { room, participant, line, words } = await comeBack();
    line.client.send(answer(Y.mergeUpdates([words, noteUpdate(participant, 'nieuw')])));
    await expect.poll(() => calledSaved(line).size).toBe(2);
    expect(calledSaved(line)).toEqual(Y.decodeStateVector(Y.encodeStateVector(room.doc)));
  });

  test('and nobody is told so of the words of others', async () => {
    const { rig, room, words } = await comeBack();
    const participant = createId<ParticipantId>();
    const other = await rig.join(room, { participant, extras: true });
    other.client.send(answer(words));
    const own = noteUpdate(participant, 'van mij');
    other.client.send(answer(Y.mergeUpdates([words, own])));
    await expect
      .poll(() => [...calledSaved(other).keys()])
      .toEqual([...Y.decodeStateVector(Y.encodeStateVectorFromUpdate(own)).keys()]);
  });
});

describe('[R29] who types on before the question for what is missing has reached them', () => {
  test('is not refused, and all of it arrives with their answer', async () => {
    const rig = await createRelayRig({ defer });
    const room = await rig.openRoom();
    const line = await rig.join(room);
    const doc = boardWith(noteUpdate(line.connection.holder.participant ?? createId(), 'zonder verbinding'));
    for (const update of typeOn(doc, MALFORMED_AFTER * 3)) line.client.send(say.update(update));
    line.client.send(answer(Y.encodeStateAsUpdate(doc)));
    const [typed] = typeOn(doc, 1);
    line.client.send(say.update(typed ?? new Uint8Array()));
    await expect.poll(() => Y.encodeStateVector(room.doc)).toEqual(Y.encodeStateVector(doc));
    expect(line.connection.open).toBe(true);
  });

  test('is asked once', async () => {
    const rig = await createRelayRig({ defer });
    const room = await rig.openRoom();
    const line = await rig.join(room);
    const doc = boardWith(noteUpdate(line.connection.holder.participant ?? createId(), 'zonder verbinding'));
    for (const update of typeOn(doc, MALFORMED_AFTER)) line.client.send(say.update(update));
    line.sync();
    await expect.poll(() => line.connection.syncedAt).toBe(0);
    await expect.poll(() => isAsked(line)).toBe(true);
    expect(line.received.filter(([type, kind]) => type === 0 && kind === 0)).toHaveLength(1);
  });
});

test('[R19] who has answered and still builds on what never comes is refused', async () => {
  const rig = await createRelayRig({ defer });
  const room = await rig.openRoom();
  const line = await rig.join(room);
  const doc = boardWith(noteUpdate(line.connection.holder.participant ?? createId(), 'blijft weg'));
  line.client.send(answer(new Uint8Array([0, 0])));
  for (const update of typeOn(doc, MALFORMED_AFTER + 1)) line.client.send(say.update(update));
  expect(await line.closed).toBe(CLOSE_CODES.malformed);
});
