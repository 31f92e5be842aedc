/**
 * What becomes of outbox entries: found on the board, laid by an ordinary edit, or handed to the server, which marks
 * them late. Ids make all of this safe to do twice. Nothing leaves the outbox without an answer.
 */
import { type ErrorCode, RuimteError } from '@ruimte/shared/errors';
import type { NoWriting, Sheet } from '@ruimte/shared/facilitation/engine';
import type { CommunityId, NoteId, ParticipantId } from '@ruimte/shared/ids';
import { LIMITS } from '@ruimte/shared/limits';
import type { OutboxEntry, OutboxResult } from '@ruimte/shared/protocol/outbox';
import { addNote, setNoteText } from '@ruimte/shared/schema/edits/notes';
import type { Note } from '@ruimte/shared/schema/note';
import type { Stage } from '@ruimte/shared/schema/stage';
import type * as Y from 'yjs';
import type { Ask } from './call.ts';
import type { Outbox, UnsentEntry } from './outbox.ts';
import type { Signing } from './signing.ts';
import type { Timers } from './timers.ts';

export interface LayingOptions {
  readonly outbox: Outbox;
  readonly ask: Ask;
  readonly timers: Timers;
  readonly signing: Signing;
  readonly community: CommunityId | '';
  /** The board's document when it is connected and complete; undefined while it is not. */
  readonly board: () => Y.Doc | undefined;
  /** The own desk when it is connected and complete; undefined while it is not, or when no round has needed it. */
  readonly desk: () => Y.Doc | undefined;
  /** True for the client ids of the documents that take edits, connected or not. */
  readonly isLiveClient: (clientId: number) => boolean;
  /** True when no document will be connected any more: then the server is all there is to ask. */
  readonly ended: () => boolean;
  readonly generation: () => number;
  readonly stage: () => Stage;
  /** Why nothing may be written on this sheet now. */
  readonly noWritingOn: (sheet: Sheet) => NoWriting | undefined;
  /** Where the words of this round belong now. */
  readonly sheetOf: (entry: UnsentEntry) => Sheet;
  readonly mayEdit: (note: Note) => boolean;
  readonly note: (id: NoteId) => Note | undefined;
  readonly place: (entry: UnsentEntry) => { readonly x: number; readonly y: number };
}

export interface Laying {
  /** Does for every entry what can be done now. Effects: may write the board, may ask the server. */
  settle(): void;
  /** By hand: forgets earlier refusals and tries everything again. */
  retry(): void;
  /** Writing is possible again: what was refused for that reason alone is tried again. */
  writingReopened(): void;
  /** The document was refused: what was in it alone is not in any document now. */
  documentDropped(wasIn: (clientId: number) => boolean, refused: boolean): void;
  /** Notes that came from the server: entries with these words need nothing more. */
  seen(ids: readonly NoteId[]): void;
  stop(): void;
}

const RETRY_MS = 3_000;
/** Answers about one entry that refuse a whole request: asked one by one, the others are not held up. */
const ABOUT_ONE: ReadonlySet<ErrorCode> = new Set(['invalid', 'tooLarge', 'noteTooLong']);
/** Answers about the moment, not about the entries. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['slowDown', 'internal', 'notSaving']);
/** Refusals that end when writing is possible again. */
const ABOUT_WRITING: ReadonlySet<ErrorCode | undefined> = new Set([
  'boardLocked',
  'roundClosed',
  'meetupClosed',
]);

export function createLaying(options: LayingOptions): Laying {
  const { outbox, timers } = options;
  let asking: AbortController | undefined;
  let cancelRetry: (() => void) | undefined;
  let atOnce: number = LIMITS.outboxEntriesPerRequest;

  function change(
    entry: UnsentEntry,
    changes: { readonly refusals?: number; readonly reason?: ErrorCode },
  ): void {
    const { reason: _reason, clientId: _clientId, clock: _clock, ...rest } = entry;
    outbox.put({ ...rest, ...changes });
  }

  function settle(): void {
    const doc = options.board();
    if (doc === undefined && !options.ended()) return;
    const forServer: UnsentEntry[] = [];
    for (const entry of outbox.get()) {
      if (entry.reason !== undefined) continue;
      if (doc === undefined) forServer.push(entry);
      else if (!isUnderway(entry) && !lay(entry)) forServer.push(entry);
    }
    if (forServer.length === 0) atOnce = LIMITS.outboxEntriesPerRequest;
    else void askServer(forServer.slice(0, atOnce));
  }

  /** It goes along with the document it was laid in, once that is connected. */
  const isUnderway = ({ clientId }: UnsentEntry): boolean =>
    clientId !== undefined && options.isLiveClient(clientId);

  /** @returns false when this entry is for the server. */
  function lay(entry: UnsentEntry): boolean {
    const sheet = options.sheetOf(entry);
    const doc = sheet === 'desk' ? options.desk() : options.board();
    const note = options.note(entry.id);
    if (note?.text === entry.text) {
      outbox.drop([entry.id]);
      return true;
    }
    if (entry.generation !== options.generation() || entry.refusals > 0) return false;
    // The desk may still be on its way: it lays its entries when it is there.
    if (doc === undefined) return true;
    if (options.noWritingOn(sheet) !== undefined) return false;
    if (note !== undefined) {
      if (!options.mayEdit(note)) change(entry, { reason: 'forbidden' });
      else options.signing.write(doc, entry.id, () => setNoteText(doc, entry.id, entry.text, 'outbox'));
      return true;
    }
    if (entry.kind === 'edit') {
      // Somebody removed the note meanwhile; laying it again would undo that behind their back.
      change(entry, { reason: 'noteRemoved' });
      return true;
    }
    if (entry.round !== (options.stage().round ?? '')) return false;
    const { id, zone, text, round } = entry;
    const author = options.signing.authorOf(id) as ParticipantId;
    const { community } = options;
    const laid = { id, zone, ...options.place(entry), text, author, community, round, at: entry.typedAt };
    options.signing.write(doc, id, () => addNote(doc, laid, 'outbox'));
    return true;
  }

  async function askServer(entries: readonly UnsentEntry[]): Promise<void> {
    if (asking !== undefined) return;
    const mine = new AbortController();
    asking = mine;
    let again: number | undefined;
    try {
      const { results } = await options.ask('outbox', { entries: entries.map(toRequest) }, mine.signal);
      if (mine.signal.aborted) return;
      for (const result of results) take(result, entries);
      // More than fits in one request, or words that changed while it was on its way. A server that leaves entries
      // unanswered is not asked without a pause.
      again = results.length > 0 ? 0 : RETRY_MS;
    } catch (error) {
      if (mine.signal.aborted) return;
      again = failed(error, entries);
    } finally {
      asking = undefined;
    }
    cancelRetry?.();
    if (again !== undefined) cancelRetry = timers.later(again, settle);
  }

  function failed(error: unknown, entries: readonly UnsentEntry[]): number | undefined {
    if (error instanceof RuimteError && !PASSING.has(error.code)) {
      if (ABOUT_ONE.has(error.code)) {
        atOnce = 1;
        if (entries.length > 1) return 0;
        for (const entry of entries) refuse(entry, error.code);
        return 0;
      }
      for (const entry of entries) refuse(entry, error.code);
      return undefined;
    }
    const asked = error instanceof RuimteError ? error.retryAfterMs : undefined;
    return asked ?? RETRY_MS * (1 + timers.random());
  }

  function refuse(asked: UnsentEntry, reason: ErrorCode): void {
    const entry = outbox.find(asked.id);
    if (entry !== undefined) change(entry, { refusals: entry.refusals, reason });
  }

  // Joining again is the answer to a session that had ended.
  for (const entry of outbox.get()) if (entry.reason === 'signInNeeded') change(entry, { refusals: 0 });

  function take(result: OutboxResult, asked: readonly UnsentEntry[]): void {
    const sent = asked.find((entry) => entry.id === result.id);
    const entry = outbox.find(result.id);
    if (sent === undefined || entry === undefined) return;
    if (result.outcome === 'refused') return refuse(entry, result.reason);
    if (entry.text !== sent.text) return;
    const there = options.note(entry.id);
    if (result.outcome === 'known') {
      // It may lie there with older words, which perhaps have yet to come to this device.
      const onBoard = there !== undefined || result.onBoard === true;
      if (entry.kind === 'edit' && !onBoard) return refuse(entry, 'noteRemoved');
      if (entry.kind === 'new' && onBoard && there?.text !== entry.text) {
        return change({ ...entry, kind: 'edit' }, { refusals: entry.refusals });
      }
    }
    outbox.drop([entry.id]);
  }

  function reset(wanted: (entry: UnsentEntry) => boolean): void {
    for (const entry of outbox.get()) if (wanted(entry)) change(entry, { refusals: 0 });
    cancelRetry?.();
    settle();
  }

  return {
    settle,
    retry: () => {
      reset((entry) => !isUnderway(entry));
    },
    writingReopened: () => reset((entry) => ABOUT_WRITING.has(entry.reason)),
    documentDropped: (wasIn, refused) => {
      for (const entry of outbox.get()) {
        if (entry.clientId === undefined || !wasIn(entry.clientId)) continue;
        change(entry, { refusals: entry.refusals + (refused ? 1 : 0) });
      }
    },
    seen: (ids) => {
      if (outbox.get().length === 0) return;
      outbox.drop(
        ids.filter((id) => {
          const entry = outbox.find(id);
          if (entry === undefined || options.note(id)?.text !== entry.text) return false;
          return !isUnderway(entry);
        }),
      );
    },
    stop: () => {
      asking?.abort();
      cancelRetry?.();
    },
  };
}

function toRequest({ id, zone, text, round, typedAt, generation, kind, x, y }: UnsentEntry): OutboxEntry {
  return {
    id,
    zone,
    text,
    round,
    typedAt,
    generation,
    ...(x === undefined || y === undefined ? {} : { p: [x, y] as const }),
    ...(kind === 'edit' ? { edit: true } : {}),
  };
}
