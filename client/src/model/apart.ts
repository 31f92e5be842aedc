/**
 * Signing where a meet-up shows communities alone: every note carries an author of its own and is written under a Yjs
 * client id of its own, so that what others receive does not tell which notes are of one person. Whatever else is done
 * to one note has an id of its own each time, whosever note it is: under the id of its words it would tell, beside a
 * pointer that carries the note, whose they are. The document's first id stays that of presence, and of moving several
 * notes, grouping and linking, which anybody may do with any notes.
 */
import { type Author, authorOf } from '@ruimte/shared/alias';
import type { NoteId, ParticipantId } from '@ruimte/shared/ids';
import { rootOf } from '@ruimte/shared/schema/document';
import * as Y from 'yjs';
import type { Signing } from './signing.ts';
import { DEVICE_TIMERS, type Timers } from './timers.ts';

/** So many ids for words are a quarter of what the server takes of one person: after a reload there are others. */
const MOST_IDS = 2_000;
/** So many go to moves. */
const MOST_IDS_OF_STEPS = 500;
/** Every change costs a device about as many steps as the board has ids: with more, moves add none. */
const MOST_IDS_ON_BOARD = 4_000;

/**
 * How much later it is told that something is unsent: told at once it would say, with every note that comes, who sent
 * it. What still waits by then waits for the network.
 */
const TELL_AFTER_MS = 5_000;
/** Where a step of undo keeps what it was done together with. */
const TOGETHER = 'together';

/** Signs every note apart. */
export function signApart(person: Author, timers: Pick<Timers, 'later'> = DEVICE_TIMERS): Signing {
  let cancelTelling: (() => void) | undefined;
  const authors = new Map<NoteId, ParticipantId>();
  /** Per document the client ids, and which of them belong to a note. */
  const used = new WeakMap<Y.Doc, { readonly ids: Set<number>; readonly ofNote: Map<NoteId, number> }>();

  function ofNote(note: NoteId): ParticipantId {
    const known = authors.get(note);
    if (known !== undefined) return known;
    const author = authorOf(person, note);
    authors.set(note, author);
    return author;
  }

  function idsOf(doc: Y.Doc) {
    const known = used.get(doc) ?? { ids: new Set<number>(), ofNote: new Map<NoteId, number>() };
    used.set(doc, known);
    return known;
  }

  function createClientId(doc: Y.Doc, most: number): number {
    const { ids } = idsOf(doc);
    if (ids.size >= most) return doc.clientID;
    const [id = 0] = crypto.getRandomValues(new Uint32Array(1));
    ids.add(id);
    return id;
  }

  /** Presence and the provider take the document's id for their own: it is another one during the change alone. */
  function under(doc: Y.Doc, clientId: number, change: () => void): void {
    const own = doc.clientID;
    doc.clientID = clientId;
    try {
      change();
    } finally {
      doc.clientID = own;
    }
  }

  /** What comes back with undo stands under an id that nothing else is written under. */
  function afresh(doc: Y.Doc, change: () => void): void {
    const clientId = createClientId(doc, MOST_IDS);
    under(doc, clientId, () => {
      const before = Y.getState(doc.store, clientId);
      const reworded = rewordedBy(doc, change);
      if (Y.getState(doc.store, clientId) === before) touch(doc, reworded);
    });
  }

  return {
    authorOf: ofNote,
    apart: true,
    write: (doc, id, change, isStep) => {
      if (id === undefined) return change();
      if (isStep === true && rootOf(doc, 'notes').has(id)) {
        const isFull = doc.store.clients.size >= MOST_IDS_ON_BOARD;
        return under(doc, createClientId(doc, isFull ? 0 : MOST_IDS_OF_STEPS), change);
      }
      const { ofNote: known } = idsOf(doc);
      const clientId = known.get(id) ?? createClientId(doc, MOST_IDS);
      known.set(id, clientId);
      under(doc, clientId, change);
    },
    together: (steps, make) => {
      const before = steps.undoStack.length;
      make();
      bind(steps.undoStack.slice(before), {});
    },
    takeBack: (steps, way) => {
      const [from, to] =
        way === 'undo' ? [steps.undoStack, steps.redoStack] : [steps.redoStack, steps.undoStack];
      const last = (): unknown => from.at(-1)?.meta.get(TOGETHER);
      const [before, whole] = [to.length, last()];
      const isMore = (): boolean => whole !== undefined && last() === whole;
      do afresh(steps.doc, () => void steps[way]());
      while (isMore());
      if (whole !== undefined) bind(to.slice(before), whole);
    },
    isUnder: (doc, clientId) => doc.clientID === clientId || idsOf(doc).ids.has(clientId),
    tell: (run) => {
      cancelTelling?.();
      cancelTelling = timers.later(TELL_AFTER_MS, run);
    },
  };
}

function bind(steps: readonly Y.UndoManager['undoStack'][number][], whole: unknown): void {
  for (const { meta } of steps) meta.set(TOGETHER, whole);
}

/** Makes a change. @returns the notes whose letters it changed. */
function rewordedBy(doc: Y.Doc, change: () => void): ReadonlySet<unknown> {
  const notes = new Set<unknown>();
  const gather = ({ changed }: Y.Transaction): void => {
    for (const type of changed.keys()) if (type instanceof Y.Text) notes.add(type.parent);
  };
  doc.on('afterTransaction', gather);
  change();
  doc.off('afterTransaction', gather);
  return notes;
}

/**
 * Writes of these notes anew what they have, under the document's client id of now: letters that only went left
 * nothing there, and `durable` could not say that they are gone on disk too.
 */
function touch(doc: Y.Doc, notes: ReadonlySet<unknown>): void {
  if (notes.size === 0) return;
  doc.transact(() => {
    for (const note of rootOf(doc, 'notes').values()) {
      if (notes.has(note)) note.set('order', note.get('order') ?? 'a0');
    }
  }, 'outbox');
}
