/** A board with two participants and a facilitator, each with one note, and edits that no client of ours makes. */
import type { Sender, Verdict } from '@ruimte/server/relay/gate';
import { newestItem } from '@ruimte/server/relay/gate/yjs-inside';
import { type CommunityId, createId, type NoteId, type RoundId, type ZoneId } from '@ruimte/shared/ids';
import type { Limits } from '@ruimte/shared/limits';
import { BOARD_ROOTS, defineRoots } from '@ruimte/shared/schema/document';
import { addNote } from '@ruimte/shared/schema/edits/notes';
import * as Y from 'yjs';
import { GateRoom } from './gate-room.ts';

export interface Scene {
  readonly room: GateRoom;
  readonly anna: Sender;
  readonly bert: Sender;
  readonly leader: Sender;
  /** A note of Anna, "durf". */
  readonly annasNote: NoteId;
}

/** Edits a fresh copy of the board under a new client id; what comes out is what the gate gets to see. */
export function craft(room: GateRoom, edit: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc({ gc: false });
  defineRoots(doc, BOARD_ROOTS);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.doc));
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  doc.transact(() => edit(doc));
  return updates.length === 1 && updates[0] !== undefined ? updates[0] : Y.mergeUpdates(updates);
}

/** Sends a crafted edit. */
export function attempt(room: GateRoom, sender: Sender, edit: (doc: Y.Doc) => void): Verdict {
  return room.receive(sender, craft(room, edit));
}

/** What the gate says, in one word: `accept`, `nothing`, `incomplete`, or the code of a refusal. */
export function outcome(verdict: Verdict): string {
  return verdict.kind === 'refuse' ? verdict.code : verdict.kind;
}

/** The fields of a good note of this sender; others can be laid over them. */
export function noteFields(sender: Sender, fields: Record<string, unknown> = {}): Record<string, unknown> {
  const { participant: author, community } = sender;
  return {
    zone: 'twijfel',
    p: [1, 2],
    text: new Y.Text('nieuw'),
    author,
    community,
    round: '',
    at: 5,
    order: 'a5',
    ...fields,
  };
}

/** Lays a raw item under any root; fields that are undefined are left out. */
export function lay(doc: Y.Doc, root: string, id: string, fields: Record<string, unknown>): void {
  const map = new Y.Map<unknown>(Object.entries(fields).filter(([, value]) => value !== undefined));
  doc.getMap(root).set(id, map);
}

/** The map of a note. */
export function noteOf(doc: Y.Doc, id: string): Y.Map<unknown> {
  return doc.getMap('notes').get(id) as Y.Map<unknown>;
}

/** The id of the newest value under a key of a note; default Anna's note. */
export function idIn(scene: Scene, key: string, note: string = scene.annasNote): readonly [number, number] {
  const item = newestItem(noteOf(scene.room.doc, note), key);
  if (item === undefined) throw new Error(`the note has no ${key}`);
  return [item.id.client, item.id.clock];
}

/** The words of a note. */
export function textOf(doc: Y.Doc, id: string): Y.Text {
  return noteOf(doc, id).get('text') as Y.Text;
}

function person(facilitator: boolean): Sender {
  return { participant: createId(), community: facilitator ? '' : createId<CommunityId>(), facilitator };
}

/** @param now - monotonic milliseconds. */
export function createScene(limits: Partial<Limits> = {}, now?: () => number): Scene {
  const room = new GateRoom(limits, now);
  const [anna, bert, leader] = [person(false), person(false), person(true)];
  const annasNote = createId<NoteId>();
  const { participant: author, community } = anna;
  const [zone, round] = ['twijfel' as ZoneId, '' as RoundId];
  attempt(room, anna, (doc) => {
    addNote(doc, { id: annasNote, zone, x: 1, y: 2, text: 'durf', author, community, round, at: 5 }, 'user');
  });
  return { room, anna, bert, leader, annasNote };
}
