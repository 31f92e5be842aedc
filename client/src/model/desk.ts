/**
 * The own desk, as far as this device has it: opened when a round first needs it, and kept open from then on.
 * What lies there is shown with the board, to this person alone.
 */
import type { ParticipantId, RoundId } from '@ruimte/shared/ids';
import { DESK_ROOTS } from '@ruimte/shared/schema/document';
import { setMark } from '@ruimte/shared/schema/edits/marks';
import { type MarkRoot, readDeskMarks } from '@ruimte/shared/schema/marks';
import { getState } from 'yjs';
import type * as Y from 'yjs';
import {
  type DocumentSession,
  type DocumentSessionOptions,
  type LiveDocument,
  openDocument,
} from './document-session.ts';
import type { KeptMark, KeptMarks } from './kept-marks.ts';
import type { OwnMarks } from './meetup-model.ts';
import { createWritable, type Readable } from './readable.ts';

export interface DeskOptions extends Omit<
  DocumentSessionOptions,
  'roots' | 'knownBefore' | 'onOpened' | 'onSynced' | 'onDropped'
> {
  readonly participant: ParticipantId;
  readonly kept: KeptMarks;
  /** The round of which the desk takes marks now; undefined when none does, or it is not known yet. */
  readonly markingRound: () => RoundId | '' | undefined;
  readonly onOpened: (doc: Y.Doc) => void;
  /** The desk is complete; called again after each connecting. */
  readonly onSynced: (doc: Y.Doc) => void;
  readonly onDropped: (live: LiveDocument, refused: boolean) => void;
}

export interface OwnDesk {
  readonly marks: Readable<OwnMarks>;
  /** Opens the desk, if it is not open. */
  need(): void;
  /** The document that takes edits; undefined while it has never been complete. */
  doc(): Y.Doc | undefined;
  /** The document while it is connected. */
  connected(): Y.Doc | undefined;
  /** The document, complete or not. */
  live(): Y.Doc | undefined;
  /** Marks a note or a zone; 0 takes the mark away. What is marked before the desk is there is kept until it is. */
  mark(root: MarkRoot, key: string, count: number): void;
  /** The stage is as the server has it: marks it never got, of a round that takes no more, are let go of and said. */
  roundOver(): void;
  /** It was read that marks came too late. */
  forgetLate(): void;
  /** Joins the desk of the present generation. */
  rejoin(): void;
  wake(): void;
  close(): void;
}

/** Nothing marked. */
export const NO_MARKS: OwnMarks = { votes: new Map(), ratings: new Map(), saved: true, late: false };

/** A desk that is not open yet. */
export function createDesk(options: DeskOptions): OwnDesk {
  const { participant, kept, markingRound } = options;
  const marks = createWritable<OwnMarks>(NO_MARKS);
  let session: DocumentSession | undefined;
  let followed: Y.Doc | undefined;
  /** The clock below which the server has to have this device's marks. */
  let markedTo = 0;

  /** Shows what is on no desk yet. */
  function show({ root, key, count }: KeptMark): void {
    const shown = new Map(marks.get()[root]);
    if (count > 0) shown.set(key, count);
    else shown.delete(key);
    marks.set({ ...marks.get(), [root]: shown, saved: false });
  }
  for (const mark of kept.all()) show(mark);

  function write(desk: Y.Doc, { root, key, count }: KeptMark): void {
    setMark(desk, root, { person: participant, key, count }, 'user');
    markedTo = getState(desk.store, desk.clientID);
    marks.set({ ...marks.get(), saved: false });
  }

  function follow(doc: Y.Doc): void {
    if (followed === doc) return;
    followed = doc;
    markedTo = 0;
    const read = (): void =>
      marks.set({
        ...marks.get(),
        votes: readDeskMarks(doc, 'votes', participant),
        ratings: readDeskMarks(doc, 'ratings', participant),
        saved: markedTo === 0,
      });
    // A document that is dropped is destroyed, and its observers with it.
    for (const root of ['votes', 'ratings'] as const) doc.getMap(root).observeDeep(read);
    read();
    // What an earlier document held and the server never confirmed, on this page or on the one before it.
    for (const mark of kept.all()) if (mark.round === markingRound()) write(doc, mark);
  }

  function confirm(clock: number): void {
    if (clock < markedTo || marks.get().saved) return;
    markedTo = 0;
    kept.clear();
    marks.set({ ...marks.get(), saved: true });
  }

  function forgetLate(): void {
    if (marks.get().late) marks.set({ ...marks.get(), late: false });
  }

  const doc = (): Y.Doc | undefined => (session?.hasSynced() === true ? session.live().doc : undefined);
  return {
    marks,
    need: () => {
      session ??= openDocument({
        ...options,
        roots: DESK_ROOTS,
        knownBefore: false,
        onOpened: (live) => {
          live.awareness.setLocalState(null);
          options.onOpened(live.doc);
        },
        onMessage: (message, receivedAt) => {
          if (message.type === 'durable' && message.clientId === session?.live().doc.clientID)
            confirm(message.clock);
          options.onMessage(message, receivedAt);
        },
        onSynced: (live) => {
          follow(live.doc);
          options.onSynced(live.doc);
        },
        onDropped: (live, reason) => options.onDropped(live, reason !== undefined),
      });
    },
    doc,
    connected: () => (session?.state.get().state === 'live' ? doc() : undefined),
    live: () => session?.live().doc,
    mark: (root, key, count) => {
      const mark = { root, key, count, round: markingRound() ?? '' } as const;
      kept.put(mark);
      forgetLate();
      const desk = doc();
      if (desk === undefined) show(mark);
      else write(desk, mark);
    },
    forgetLate,
    roundOver: () => {
      const left = kept.all();
      if (left.length === 0 || left.some(({ round }) => round === markingRound())) return;
      kept.clear();
      markedTo = 0;
      marks.set({ ...NO_MARKS, late: true });
    },
    rejoin: () => session?.rejoin(),
    wake: () => session?.wake(),
    close: () => session?.close(),
  };
}
