/** Somebody whose device does what no client of ours does: one attack per line, each of which has to come to nothing. */
import type { NoteId, ParticipantId, RoundId, ZoneId } from '@ruimte/shared/ids';
import { MESSAGE } from '@ruimte/shared/protocol/messages';
import { rootOf } from '@ruimte/shared/schema/document';
import { addNote, moveNotes, removeNotes, setNoteText } from '@ruimte/shared/schema/edits/notes';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { say } from '../support/attacker.ts';
import { handUpdate } from '../support/gate-bytes.ts';
import type { Random } from '../support/random.ts';
import type { Actor } from './cast.ts';
import type { DeviceWorld } from './device.ts';
import { EVIL, EVIL_PLACE, newBoard } from './ledger.ts';
import type { Line } from './line.ts';
import { OPCODE } from './wire-frames.ts';

/** The board as the attacker has it, and whom it is aimed at. */
interface Scene {
  readonly doc: Y.Doc;
  readonly random: Random;
  readonly actor: Actor;
  /** A client id under which somebody else has written, when there is one. */
  readonly victim: number | undefined;
  /** A note of somebody else, when there is one. */
  readonly note: NoteId | undefined;
}

/** What the edit adds to the document, as one update. */
function change(doc: Y.Doc, edit: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(edit);
  return Y.encodeStateAsUpdate(doc, before);
}

function lay({ doc, random, actor }: Scene, author: ParticipantId): Uint8Array {
  const id = random.id() as NoteId;
  const place = { zone: 'kind' as ZoneId, x: 1, y: 1, round: '' as RoundId, at: 5 };
  const { community } = actor;
  return change(doc, () => void addNote(doc, { id, ...place, text: EVIL, author, community }, 'user'));
}

const own = ({ actor }: Scene): ParticipantId =>
  actor.participant ?? ('walwalwalwalwalwalwalw' as ParticipantId);

/** Each gives the messages of one attack; none when there is nothing to attack. */
const ATTACKS: Readonly<Record<string, (scene: Scene) => readonly Uint8Array[]>> = {
  'a forged client id': (scene) => {
    if (scene.victim === undefined) return [];
    scene.doc.clientID = scene.victim;
    return [say.update(lay(scene, own(scene)))];
  },
  'a note in the name of somebody else': (scene) => {
    const note = scene.note === undefined ? undefined : rootOf(scene.doc, 'notes').get(scene.note);
    return note === undefined ? [] : [say.update(lay(scene, note.get('author') as ParticipantId))];
  },
  'other words in a note': (scene) => {
    const { doc, note } = scene;
    return note === undefined ? [] : [say.update(change(doc, () => setNoteText(doc, note, EVIL, 'user')))];
  },
  'removing a note': ({ doc, note }) =>
    note === undefined ? [] : [say.update(change(doc, () => removeNotes(doc, [note], 'user')))],
  // Participants move what they like: only the wall may not.
  'moving a note': ({ doc, note, actor }) => {
    if (note === undefined || actor.participant !== null) return [];
    const move = { id: note, zone: 'kind' as ZoneId, x: EVIL_PLACE, y: EVIL_PLACE };
    return [say.update(change(doc, () => moveNotes(doc, [move], 'user')))];
  },
  'an update without its causes': (scene) => {
    lay(scene, own(scene));
    return [say.update(lay(scene, own(scene))), say.update(lay(scene, own(scene)))];
  },
  'a deletion of what is not there yet': ({ doc, victim = 5 }) => [
    say.update(handUpdate([], [[victim, [[Y.getState(doc.store, victim) + 50, 5]]]])),
  ],
  'a zone of its own': ({ doc, random }) => [
    say.update(
      change(doc, () => {
        const zone = new Y.Map<unknown>([['nl', EVIL]]);
        rootOf(doc, 'zones').set(random.id(), zone);
      }),
    ),
  ],
  'a root of its own': ({ doc }) => [say.update(change(doc, () => void doc.getMap('eigen').set('a', EVIL)))],
  'bytes without sense': ({ random }) => [Uint8Array.from({ length: 40 }, () => random.below(256))],
  'an update without sense': ({ random }) => [
    say.update(Uint8Array.from({ length: 60 }, () => random.below(256))),
  ],
  'presence of somebody else': ({ victim = 5 }) => [say.presence([[victim, 9_999, { cursor: [1, 1] }]])],
  'kinds of messages nobody knows': () => [77, 78, 79, 80].map(say.type),
};

/**
 * The client ids under which somebody has attacked. Letters in a note that was removed meanwhile are taken in, and reach
 * nobody; their client id is then the attacker's own, and no forged one.
 */
const usedBy = new WeakMap<Actor, Set<number>>();

/** Opens a line as this actor, takes the board in and attacks it; hangs up soon after. */
export function attack(world: DeviceWorld, actor: Actor): void {
  const { random, time, trace, counts } = world;
  const doc = newBoard();
  doc.clientID = random.below(2 ** 32);
  const used = usedBy.get(actor) ?? new Set<number>();
  usedBy.set(actor, used.add(doc.clientID));
  const kind = random.pick(Object.keys(ATTACKS)) ?? '';
  let hasStruck = false;
  const line: Line | undefined = world.dial(actor, false, {
    opened: () => line?.send(say.step1()),
    received: (message) => {
      if (hasStruck || !takeIn(doc, message)) return;
      hasStruck = true;
      const victims = [...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()].filter((id) => !used.has(id));
      const note = random.pick([...rootOf(doc, 'notes').keys()]) as NoteId | undefined;
      const scene = { doc, random, actor, victim: random.pick(victims), note };
      const messages = ATTACKS[kind]?.(scene) ?? [];
      trace.add(`the ${actor.role} attacks: ${kind}`);
      counts.operations += 1;
      for (const each of messages) line?.send(each);
      if (random.chance(0.1)) line?.send(new TextEncoder().encode(EVIL), OPCODE.text);
      time.after(2_000, () => line?.hangUp());
    },
    closed: (code) => trace.add(`the attacker was closed: ${code}`),
  });
}

/** @returns true once the document is complete. */
function takeIn(doc: Y.Doc, message: Uint8Array): boolean {
  const decoder = decoding.createDecoder(message);
  if (decoding.readVarUint(decoder) !== MESSAGE.sync) return false;
  const kind = decoding.readVarUint(decoder);
  if (kind === 0) return false;
  Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
  return kind === 1;
}
