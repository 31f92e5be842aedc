/** A board as an attacker's program holds it: whatever is changed in it comes out as one update. */
import { type AnyType, firstItem, newestItem } from '@ruimte/server/relay/gate/yjs-inside';
import type { NewSession } from '@ruimte/shared/protocol/api';
import { BOARD_ROOTS, defineRoots, rootOf } from '@ruimte/shared/schema/document';
import * as Y from 'yjs';
import { say, type Wire } from '../attacker.ts';
import { handUpdate, type HandStruct } from '../gate-bytes.ts';
import { layNote } from '../lay-note.ts';
import type { Arena } from './arena.ts';

type Id = readonly [client: number, clock: number];

export interface Attacker {
  readonly arena: Arena;
  readonly session: NewSession;
  readonly wire: Wire;
  readonly doc: Y.Doc;
  /** A note of their own, that the server has; of the wall, which has none, the victim's. */
  readonly note: Y.Map<unknown>;
  /** A note of the victim. */
  readonly foreign: Y.Map<unknown>;
  change(edit: (doc: Y.Doc) => void): Uint8Array;
  /** An update of these structs, under the attacker's own client id from where it stands. */
  write(structs: (at: (index: number) => Id) => readonly HandStruct[]): Uint8Array;
}

/** What a participant's first note says. */
export const FIRST_WORDS = 'van mij';

/** A Yjs client id that nobody has. */
export const newClient = (): number => new Y.Doc().clientID;

export const notesOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => rootOf(doc, 'notes');

/** Opens a socket and a copy of the board; a participant lays a note first. */
export async function attackAs(arena: Arena, session: NewSession): Promise<Attacker> {
  const wire = await arena.open(session);
  const doc = new Y.Doc();
  defineRoots(doc, BOARD_ROOTS);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(arena.atVictim.doc));
  wire.send(say.step1());
  const foreign = [...notesOf(doc).values()].find((note) => note.get('author') === arena.victim.participant);
  if (foreign === undefined) throw new Error('the victim has written a note');
  const change: Attacker['change'] = (edit) => {
    const before = Y.encodeStateVector(doc);
    doc.transact(() => edit(doc));
    return Y.encodeStateAsUpdate(doc, before);
  };
  let note = foreign;
  if (session.role === 'participant') {
    wire.send(
      say.update(
        change((board) => (note = notesOf(board).get(layNote(board, session, FIRST_WORDS)) ?? foreign)),
      ),
    );
  }
  return {
    arena,
    session,
    wire,
    doc,
    note,
    foreign,
    change,
    write: (structs) => {
      const clock = Y.getState(doc.store, doc.clientID);
      return handUpdate([[doc.clientID, clock, structs((index) => [doc.clientID, clock + index])]]);
    },
  };
}

/** The id of the newest value under a key of a note. */
export function idOf(note: Y.Map<unknown>, key: string): Id {
  const item = newestItem(note, key);
  if (item === undefined) throw new Error(`the note has no ${key}`);
  return [item.id.client, item.id.clock];
}

/** The id of the first letter of a note. */
export function firstLetterOf(note: Y.Map<unknown>): Id {
  const text = note.get('text');
  const item = text instanceof Y.Text ? firstItem(text as unknown as AnyType, undefined, 1) : null;
  if (item === null) throw new Error('the note has no letters');
  return [item.id.client, item.id.clock];
}
