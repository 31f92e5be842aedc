/** Opens a meet-up: puts documents, outbox, views and actions together. For every role; rights decide what they can do. */
import { RuimteError } from '@ruimte/shared/errors';
import {
  type Marking,
  markingOf,
  type NoWriting,
  type Sheet,
  sheetOf,
  whyNotWrite,
  whyNotWriteBoard,
  whyNotWriteDesk,
} from '@ruimte/shared/facilitation/engine';
import { type CommandId, createId, type ParticipantId } from '@ruimte/shared/ids';
import type { MeetupView, OpeningView, SessionView } from '@ruimte/shared/protocol/api';
import { SOCKET_PATH } from '@ruimte/shared/protocol/messages';
import { may } from '@ruimte/shared/rights';
import { BOARD_ROOTS, STAGE_ROOTS } from '@ruimte/shared/schema/document';
import type { Note } from '@ruimte/shared/schema/note';
import { createActions, findSlot } from './actions.ts';
import { createBoardView } from './board-view.ts';
import type { Ask, CallApi } from './call.ts';
import { followConnection } from './connection-state.ts';
import type { Ticket } from './connection.ts';
import { createDesk, NO_MARKS, type OwnDesk } from './desk.ts';
import { type DocumentSessionOptions, openDocument } from './document-session.ts';
import { openDrafts } from './drafts.ts';
import { openKeptMarks } from './kept-marks.ts';
import { createLaying } from './laying.ts';
import { keepStage, lastStage } from './last-stage.ts';
import { createMakeRoom } from './make-room.ts';
import type { MeetupModel } from './meetup-model.ts';
import { openOutbox, outboxKey, type UnsentEntry } from './outbox.ts';
import { createPresence } from './presence.ts';
import { createWritable } from './readable.ts';
import { recordWords } from './record-words.ts';
import { createRemovedNotes } from './removed-notes.ts';
import { createServerTime } from './server-time.ts';
import { type Signing, signAs } from './signing.ts';
import { createStageView } from './stage-view.ts';
import { createMemoryStorage, findStorage, type KeyValue } from './storage.ts';
import { findSurroundings, type Surroundings } from './surroundings.ts';
import { DEVICE_TIMERS, type Timers } from './timers.ts';
import { createUndo } from './undo.ts';
import { followUnsent } from './unsent.ts';
import type * as Y from 'yjs';

export interface OpenMeetupOptions {
  readonly session: SessionView & { readonly meetup: MeetupView };
  readonly sessionSecret: string;
  /** Came with the session, for the first connecting. */
  readonly tickets?: OpeningView['tickets'];
  readonly callApi: CallApi;
  /** `http://host:port` without trailing slash; default the page's own. */
  readonly base?: string;
  /** Shared by the tabs of this device; default the browser's, or memory. */
  readonly storage?: KeyValue;
  readonly WebSocket?: typeof WebSocket;
  readonly timers?: Timers;
  readonly surroundings?: Surroundings;
  /** The meet-up has gone on with another form: the session's rounds and spaces are others now. */
  readonly onForm?: () => void;
  /** Default with the participant's id; `apart.ts` where the session has an `authorSecret`. */
  readonly signing?: Signing;
}

/**
 * Opens the board and the stage of the meet-up a session belongs to; both connect by themselves, again and again.
 * The caller closes the model.
 */
export function openMeetup(options: OpenMeetupOptions): MeetupModel {
  const { timers = DEVICE_TIMERS, surroundings = findSurroundings() } = options;
  let { session } = options;
  const { role, participant, community } = session;
  const { signing = signAs(participant) } = options;
  const base = options.base ?? globalThis.location.origin;
  const ask: Ask = (name, request, signal) =>
    options.callApi(name, request, { session: options.sessionSecret, base, ...(signal ? { signal } : {}) });

  /** The wall has no words of its own, and nothing to find back. */
  const storage =
    participant === null ? createMemoryStorage() : (options.storage ?? findStorage('localStorage'));
  const person = participant ?? ('' as ParticipantId);
  const outboxAt = outboxKey(session.meetup.id, person);
  const outbox = openOutbox(storage, outboxAt);
  const drafts = openDrafts(storage, session.meetup.id, person);
  const serverTime = createServerTime(timers, session.now);
  const known = role === 'participant' ? lastStage(storage, session.meetup.id) : undefined;
  const stageView = createStageView(session.meetup, known);
  const board = createBoardView();
  const undo = createUndo(signing);
  const sheet = createWritable<Sheet>('board');
  const presence = createPresence({
    timers,
    who: participant !== null && may(role, 'showPresence') ? participant : undefined,
    roster: stageView.roster,
    isAlone: () => sheet.get() === 'desk',
  });
  const saving = createWritable(true);
  const noWriting = createWritable<NoWriting | undefined>(undefined);
  const marking = createWritable<Marking | undefined>(undefined);

  const stage = (): ReturnType<typeof stageView.stage.get> => stageView.stage.get();
  let { generation } = session.meetup;
  // Participants do not get the facilitator's tips; the engine does not look at them.
  const format = {
    get rounds() {
      return session.meetup.rounds.map((round) => ({ tip: { nl: '', en: '' }, ...round }));
    },
  };
  const noWritingOn = (on: Sheet): NoWriting | undefined =>
    (on === 'desk' ? whyNotWriteDesk : whyNotWriteBoard)(format, stage(), role);
  const noWritingFor = (id: Note['id']): NoWriting | undefined =>
    noWritingOn(board.onDesk(id) ? 'desk' : 'board');
  const isOwn: MeetupModel['isOwn'] = ({ id, author }) =>
    participant !== null && author === signing.authorOf(id);
  const mayEdit = (note: Note): boolean => isOwn(note) || (role === 'facilitator' && participant !== null);

  async function refreshGeneration(): Promise<void> {
    const view = await ask('session', {});
    if (view.meetup === null) throw new RuimteError('notFound', 'the session has no meet-up any more');
    session = { ...view, meetup: view.meetup };
    generation = view.meetup.generation;
  }

  const firstTickets = new Map(Object.entries(options.tickets ?? {}));
  /** The ticket that came with the session is good for one try. */
  async function ticketFor(document: 'board' | 'stage', signal: AbortSignal): Promise<Ticket> {
    const first = firstTickets.get(document);
    firstTickets.delete(document);
    return first?.generation === generation ? first : await ask('ticket', { document, generation }, signal);
  }

  const placeOf = ({ x, y }: UnsentEntry) => (x === undefined || y === undefined ? undefined : { x, y });
  const shared = {
    address: base.replace(/^http/, 'ws') + SOCKET_PATH,
    refreshGeneration,
    knownBefore: known !== undefined,
    timers,
    WebSocket: options.WebSocket ?? globalThis.WebSocket,
  } satisfies Partial<DocumentSessionOptions>;

  /** How to stop recording the words of a document, by its sheet. */
  const recordings = new Map<Sheet, () => void>();
  function record(on: Sheet, doc: Y.Doc): void {
    if (participant === null) return;
    recordings.set(
      on,
      recordWords(doc, { outbox, signing, generation: () => generation, stage, now: serverTime.now }),
    );
  }
  function dropped(on: Sheet, doc: Y.Doc, refused: boolean): void {
    recordings.get(on)?.();
    laying.documentDropped((clientId) => signing.isUnder(doc, clientId), refused);
  }
  const onMessage: DocumentSessionOptions['onMessage'] = (message, receivedAt) => {
    if (message.type === 'durable') outbox.confirm(message.clientId, message.clock);
    else if (message.type === 'saving') saving.set(message.saving);
    else serverTime.learn(message.clientTime, message.serverTime, receivedAt);
  };

  /** The document the views show. */
  let followed: unknown;
  const boardSession = openDocument({
    ...shared,
    roots: BOARD_ROOTS,
    getTicket: (signal) => ticketFor('board', signal),
    onOpened: ({ doc, awareness }) => {
      record('board', doc);
      if (sheet.get() === 'board') undo.follow(doc);
      presence.follow(awareness);
    },
    onSynced: ({ doc }) => {
      // Views keep showing the earlier document until the fresh one is complete.
      if (followed !== doc) board.follow(doc);
      followed = doc;
      removed.synced();
      laying.settle();
    },
    onDropped: ({ doc }, reason) => dropped('board', doc, reason !== undefined),
    onMessage,
  });

  const stageSession = openDocument({
    ...shared,
    roots: STAGE_ROOTS,
    getTicket: (signal) => ticketFor('stage', signal),
    onOpened: ({ awareness }) => awareness.setLocalState(null),
    onSynced: ({ doc }) => {
      stageView.follow(doc);
      if (role === 'participant') keepStage(storage, session.meetup.id, stage());
      desk?.roundOver();
      laying.settle();
    },
    onDropped: () => undefined,
    onMessage: (message, receivedAt) => {
      if (message.type === 'pong') serverTime.learn(message.clientTime, message.serverTime, receivedAt);
    },
  });

  const desk: OwnDesk | undefined =
    participant === null
      ? undefined
      : createDesk({
          ...shared,
          participant,
          kept: openKeptMarks(storage, session.meetup.id, participant),
          markingRound: () => (marking.get() === undefined ? undefined : (stage().round ?? '')),
          getTicket: (signal) => ask('ticket', { document: 'desk', generation }, signal),
          onOpened: (doc) => {
            record('desk', doc);
            if (sheet.get() === 'desk') undo.follow(doc);
          },
          onSynced: (doc) => {
            board.followDesk(doc);
            laying.settle();
          },
          onDropped: ({ doc }, refused) => dropped('desk', doc, refused),
          onMessage,
        });

  const isLive = (): boolean =>
    boardSession.state.get().state === 'live' && stageSession.state.get().state === 'live';
  const isEnded = (): boolean =>
    boardSession.state.get().state === 'ended' || stageSession.state.get().state === 'ended';

  const laying = createLaying({
    outbox,
    ask,
    timers,
    signing,
    community,
    board: () => (isLive() ? boardSession.live().doc : undefined),
    desk: () => desk?.connected(),
    isLiveClient: (clientId) =>
      [boardSession.live().doc, desk?.live()].some((doc) => doc && signing.isUnder(doc, clientId)),
    sheetOf: (entry) => (sheet.get() === 'desk' && entry.round === (stage().round ?? '') ? 'desk' : 'board'),
    ended: isEnded,
    generation: () => generation,
    stage,
    noWritingOn,
    mayEdit,
    note: board.note,
    place: (entry) => {
      const chosen = placeOf(entry);
      if (chosen) return chosen;
      const place = findSlot(board, entry.zone, entry.id);
      makeRoom.placed(entry.id, place);
      return place;
    },
  });
  const makeRoom = createMakeRoom({
    board,
    signing,
    doc: () => (isLive() && noWritingOn('board') === undefined ? boardSession.live().doc : undefined),
    timers,
    now: serverTime.now,
  });
  const removed = createRemovedNotes({
    outbox,
    drafts,
    note: board.note,
    round: () => stage().round ?? '',
    generation: () => generation,
    isLive,
    timers,
    now: serverTime.now,
    onBack: laying.settle,
  });
  const actions = createActions({
    board,
    docOf: (on) => {
      if (on === 'desk') return desk?.doc();
      return boardSession.hasSynced() ? boardSession.live().doc : undefined;
    },
    sheet: sheet.get,
    marking: marking.get,
    mark: (...what) => desk?.mark(...what),
    outbox,
    drafts,
    undo,
    timers,
    signing,
    community,
    generation: () => generation,
    stage,
    noWritingOn,
    mayEdit,
    now: serverTime.now,
    onPlaced: makeRoom.placed,
    removed,
  });

  /** From now on new notes are laid there, and undo is about what is done there. */
  function goToSheet(next: Sheet): void {
    if (next === 'desk' || marking.get() !== undefined || stage().sealed.length > 0) desk?.need();
    if (sheet.get() === next) return;
    sheet.set(next);
    presence.refresh();
    const doc = next === 'desk' ? desk?.doc() : boardSession.live().doc;
    if (doc !== undefined) undo.follow(doc);
  }

  function onStage(): void {
    const before = noWriting.get();
    const after = whyNotWrite(format, stage(), role);
    // Letters typed before the lock still go along, within the server's two seconds.
    if (before === undefined && after !== undefined) actions.flush();
    marking.set(markingOf(format, stage()));
    goToSheet(sheetOf(format, stage()));
    noWriting.set(after);
    if (stage().generation > generation) {
      generation = stage().generation;
      boardSession.rejoin();
      desk?.rejoin();
    } else if (before !== undefined && after === undefined) laying.writingReopened();
    else laying.settle();
    if (stage().form <= form) return;
    ({ form } = stage());
    refreshGeneration().then(
      () => {
        if (closed) return;
        options.onForm?.();
        onStage();
      },
      // The stage is told anew when the line is back, and with the next step: then it is asked again.
      () => (form = -1),
    );
  }
  let closed = false;
  /** The form whose rounds and spaces are known, or are being asked for. */
  let { form } = session.meetup;
  onStage();

  function wake(): void {
    boardSession.wake();
    stageSession.wake();
    desk?.wake();
  }

  const unsent = followUnsent(outbox, () => (isLive() ? boardSession.live().doc.clientID : undefined), [
    boardSession.state,
    stageSession.state,
  ]);
  const tellUnsent = (): void => presence.setUnsent(unsent.get().length);
  const connection = followConnection(boardSession.state, stageSession.state, saving);
  const stops = [
    stageView.stage.subscribe(onStage),
    stageView.stage.subscribe(() => {
      if (role === 'participant' && stageSession.hasSynced()) keepStage(storage, session.meetup.id, stage());
    }),
    board.onNotesChanged(removed.notesChanged),
    boardSession.state.subscribe(() => isEnded() && laying.settle()),
    stageSession.state.subscribe(() => isEnded() && laying.settle()),
    board.onNotesChanged((ids, own) => {
      if (!own) laying.seen(ids);
    }),
    board.onNotesChanged(makeRoom.boardChanged),
    unsent.subscribe(() => signing.tell(tellUnsent)),
    surroundings.onWake(() => {
      wake();
      laying.settle();
    }),
    surroundings.onLeave(actions.flush),
    surroundings.onStorage((key) => {
      if (key === null || key === outboxAt) outbox.refresh();
    }),
  ];
  signing.tell(tellUnsent);

  return {
    get session() {
      return session;
    },
    board,
    stage: stageView.stage,
    roster: stageView.roster,
    connection,
    keeping: storage.keeping ?? createWritable(true),
    unsent,
    lostMoves: removed.lostMoves,
    forgetMove: removed.forgetMove,
    layAgain: (id) => {
      const entry = outbox.find(id);
      if (entry === undefined) return undefined;
      const { zone, text } = entry;
      // On a scale the place is what the note says; elsewhere something else may lie there by now.
      const says = session.meetup.zones.some((each) => each.id === zone && each.axes);
      const at = says && placeOf(entry);
      const laid = actions.addNote({ zone, text, ...(at && { at }) });
      if (laid.ok) outbox.drop([id]);
      return laid;
    },
    others: presence.others,
    noWriting,
    sheet,
    marking,
    noWritingFor,
    onDesk: board.onDesk,
    written: stageView.written,
    ownMarks: desk?.marks ?? createWritable(NO_MARKS),
    forgetLateMarks: () => desk?.forgetLate(),
    undoable: undo.possible,
    now: serverTime.now,
    actions,
    isOwn,
    mayEdit,
    setPresence: presence.set,
    drafts,
    command: async (command) => {
      const request = { id: createId<CommandId>(), command };
      try {
        return await ask('command', request);
      } catch (error) {
        if (error instanceof RuimteError) throw error;
        // It may have arrived: the id makes asking again safe.
        return await ask('command', request);
      }
    },
    dropUnsent: (id) => outbox.drop([id]),
    retryUnsent: () => {
      wake();
      laying.retry();
    },
    close: () => {
      if (closed) return;
      closed = true;
      actions.stop();
      makeRoom.stop();
      for (const stop of stops) stop();
      laying.stop();
      for (const stop of recordings.values()) stop();
      undo.stop();
      presence.stop();
      board.stop();
      stageView.stop();
      boardSession.close();
      stageSession.close();
      desk?.close();
    },
  };
}
