/**
 * Laying the outbox of a device: own words that could not go through the socket, because the round ended, the board
 * was locked or replaced, or the meet-up closed meanwhile. Laying an entry twice is laying it once.
 */
import type { Format, Round } from '@ruimte/shared/content/format';
import { type Author, authorOf } from '@ruimte/shared/alias';
import type { ErrorCode } from '@ruimte/shared/errors';
import {
  type Sheet,
  sheetOf,
  whyNotWrite,
  whyNotWriteBoard,
  whyNotWriteDesk,
} from '@ruimte/shared/facilitation/engine';
import { clamp, overlaps } from '@ruimte/shared/geometry';
import type { RoundId } from '@ruimte/shared/ids';
import { type Limits, TIMES } from '@ruimte/shared/limits';
import { readZones } from '@ruimte/shared/projection/board';
import { groupBoxes } from '@ruimte/shared/projection/groups';
import { freeSlot, layoutZones, NOTE_SIZE, ZONE_SIZE } from '@ruimte/shared/projection/layout';
import { freeRow, hasValues } from '@ruimte/shared/projection/scale';
import type { OutboxEntry, OutboxResult } from '@ruimte/shared/protocol/outbox';
import { rootOf } from '@ruimte/shared/schema/document';
import { readGoneZones } from '@ruimte/shared/schema/edits/gone-zones';
import { addNote, type NewNote, setNoteText } from '@ruimte/shared/schema/edits/notes';
import { readGroup } from '@ruimte/shared/schema/group';
import { type Note, readNote } from '@ruimte/shared/schema/note';
import type { Stage } from '@ruimte/shared/schema/stage';
import { cleanText, fitsNote } from '@ruimte/shared/text';
import type * as Y from 'yjs';
import type { MeetupRecord, PersonRecord } from '../store/store.ts';

/** What laying one entry comes to, before anything is changed. */
export type Plan =
  | { readonly kind: 'answer'; readonly result: OutboxResult }
  | { readonly kind: 'lay'; readonly sheet: Sheet; readonly note: NewNote }
  | { readonly kind: 'reword'; readonly sheet: Sheet; readonly entry: OutboxEntry }
  | { readonly kind: 'supplement'; readonly note: Note };

/** Everything the decision rests on. */
export interface Situation {
  readonly meetup: MeetupRecord;
  readonly person: PersonRecord;
  /** How the person's notes are signed. */
  readonly author: Author;
  readonly stage: Stage;
  readonly doc: Y.Doc;
  /** The person's desk, while there is a private round that has not been revealed. */
  readonly desk: Y.Doc | undefined;
  readonly limits: Limits;
  /** Ids of notes that were laid and removed again. */
  readonly binned: ReadonlySet<string>;
  /** Ids of notes kept beside the snapshot already. */
  readonly supplemented: ReadonlySet<string>;
  readonly now: number;
}

/** The error a screen shows for each reason not to write. */
const REASONS = {
  role: 'forbidden',
  notOpen: 'meetupNotOpen',
  beforeFirstRound: 'meetupNotOpen',
  roundClosed: 'roundClosed',
  locked: 'boardLocked',
  closed: 'meetupClosed',
} as const satisfies Record<string, ErrorCode>;

const refuse = (entry: OutboxEntry, reason: ErrorCode): Plan => ({
  kind: 'answer',
  result: { id: entry.id, outcome: 'refused', reason },
});
const known = (entry: OutboxEntry): Plan => ({
  kind: 'answer',
  result: { id: entry.id, outcome: 'known' },
});
const onBoard = (entry: OutboxEntry): Plan => ({
  kind: 'answer',
  result: { id: entry.id, outcome: 'known', onBoard: true },
});

/** Decides what becomes of one outbox entry. Pure. */
export function planEntry(situation: Situation, entry: OutboxEntry): Plan {
  const { meetup, doc, desk, binned, supplemented } = situation;
  if (entry.generation !== meetup.generation) return refuse(entry, 'trialOver');
  const existing = readNote(entry.id, rootOf(doc, 'notes').get(entry.id));
  if (existing !== undefined) return planEdit(situation, entry, { existing, sheet: 'board' });
  const hidden = desk && readNote(entry.id, rootOf(desk, 'notes').get(entry.id));
  if (hidden !== undefined) return planEdit(situation, entry, { existing: hidden, sheet: 'desk' });
  if (binned.has(entry.id) || supplemented.has(entry.id)) return known(entry);
  if (entry.edit === true) return refuse(entry, 'noteRemoved');
  return planNew(situation, entry);
}

interface Found {
  readonly existing: Note;
  readonly sheet: Sheet;
}

function planEdit({ meetup, person, author, stage }: Situation, entry: OutboxEntry, found: Found): Plan {
  const { existing, sheet } = found;
  const isOwn = existing.author === authorOf(author, existing.id);
  if (!isOwn && person.role !== 'facilitator') return refuse(entry, 'forbidden');
  const text = cleanText(entry.text);
  if (entry.edit !== true || existing.text === text) return onBoard(entry);
  if (!fitsNote(text)) return refuse(entry, 'noteTooLong');
  const why = (sheet === 'desk' ? whyNotWriteDesk : whyNotWriteBoard)(meetup.format, stage, person.role);
  return why === undefined ? { kind: 'reword', sheet, entry } : refuse(entry, REASONS[why]);
}

function planNew(
  { meetup, person, author, stage, doc, desk, limits, now }: Situation,
  entry: OutboxEntry,
): Plan {
  const text = cleanText(entry.text);
  if (text.trim() === '') return known(entry);
  if (!fitsNote(text)) return refuse(entry, 'noteTooLong');
  // A space that was taken away meanwhile comes back for it.
  if (!rootOf(doc, 'zones').has(entry.zone) && !readGoneZones(doc).has(entry.zone))
    return refuse(entry, 'notFound');
  if (rootOf(doc, 'notes').size >= limits.notesPerBoard) return refuse(entry, 'boardFull');
  const why = whyNotWrite(meetup.format, stage, person.role);
  // Between two forms nobody writes; what was typed in a round of the first one still comes in.
  const isWaiting = why === 'beforeFirstRound' && !stage.held.includes(entry.round as RoundId);
  if (why === 'notOpen' || isWaiting) return refuse(entry, REASONS[why]);
  const typedIn = roundTypedIn(meetup.format, entry.round)?.write;
  // What was written for a desk goes there as long as the others wait for the reveal too.
  const hidden = typedIn === 'private' && stage.sealed.includes(entry.round as RoundId);
  const thisRound = entry.round === (stage.round ?? '') || person.role === 'facilitator';
  const inTime = hidden || (why === undefined && thisRound && sheetOf(meetup.format, stage) === 'board');
  // Late words are taken for rounds that took notes: nobody typed in the others.
  if (!inTime && typedIn !== 'open' && typedIn !== 'private') return refuse(entry, 'roundClosed');
  const closed = stage.status === 'closed';
  if (closed && now - (stage.closedAt ?? now) > TIMES.lateMs) return refuse(entry, 'tooLate');
  const note: NewNote = {
    id: entry.id,
    zone: entry.zone,
    ...placeFor(hidden && desk !== undefined ? [doc, desk] : [doc], entry),
    text,
    author: authorOf(author, entry.id),
    community: person.community,
    round: entry.round,
    at: clamp(entry.typedAt, Math.min(person.joinedAt, now), now),
    ...(inTime ? {} : { late: true as const }),
  };
  if (closed && !hidden) return { kind: 'supplement', note: { ...note, order: 'a0', late: true } };
  return { kind: 'lay', sheet: hidden ? 'desk' : 'board', note };
}

/** The round of the entry, also when the meet-up has gone on with another form since. */
function roundTypedIn({ rounds, earlier = [] }: Format, id: RoundId | ''): Round | undefined {
  return [...rounds, ...earlier].find((round) => round.id === id);
}

/**
 * On a scale where it was put, lower where something lies there already; in a quadrant exactly there; elsewhere in the
 * first free slot beside notes and groups. @param docs - the board first.
 */
function placeFor(docs: readonly [Y.Doc, ...Y.Doc[]], entry: OutboxEntry): { x: number; y: number } {
  const zones = readZones(docs[0]);
  const zone = zones.find(({ id }) => id === entry.zone);
  const at = entry.p !== undefined && zone !== undefined && hasValues(zone) ? entry.p : undefined;
  if (at !== undefined && zone?.kind === 'quadrant') return { x: at[0], y: at[1] };
  const taken: Note[] = [];
  for (const doc of docs) {
    for (const [id, value] of rootOf(doc, 'notes')) {
      const note = readNote(id, value);
      if (note?.zone === entry.zone) taken.push(note);
    }
  }
  if (at !== undefined) {
    const put = { x: at[0], y: at[1], ...NOTE_SIZE };
    const isFree = !taken.some(({ x, y }) => overlaps(put, { x, y, ...NOTE_SIZE }));
    return isFree ? { x: at[0], y: at[1] } : freeRow(taken, at[0]);
  }
  const width = layoutZones(zones, new Map()).get(entry.zone)?.w ?? ZONE_SIZE.w;
  const groups = [...rootOf(docs[0], 'groups')].flatMap(([id, value]) => readGroup(id, value) ?? []);
  const boxes = groupBoxes(groups, taken);
  return freeSlot(taken, width, entry.typedAt | 1, 0, boxes);
}

/** The sheet that a plan changes; undefined when it changes none. */
export function sheetOfPlan(plan: Plan): Sheet | undefined {
  return plan.kind === 'lay' || plan.kind === 'reword' ? plan.sheet : undefined;
}

/** Carries a plan out on the document of its sheet; part of a server edit. */
export function layPlan(doc: Y.Doc, plan: Plan): OutboxResult {
  switch (plan.kind) {
    case 'answer':
      return plan.result;
    case 'lay':
      addNote(doc, plan.note, 'server');
      return { id: plan.note.id, outcome: plan.note.late ? 'late' : 'laid' };
    case 'reword':
      setNoteText(doc, plan.entry.id, plan.entry.text, 'server');
      return { id: plan.entry.id, outcome: 'laid' };
    case 'supplement':
      return { id: plan.note.id, outcome: 'supplement' };
  }
}
