/**
 * The stage: what the server says and everybody of the meet-up sees.
 * Document: root `stage` with the keys `state`, `written` and `tables` (plain values, replaced as a whole) and root
 * `roster`, keyed by participant. The wall and unmodified clients read it like any other document.
 */
import type * as Y from 'yjs';
import type { CommunityId, NoteId, ParticipantId, RoundId, ZoneId } from '../ids.ts';

/** `prepared`: nobody is in yet; `trying`: everything can be tried, opening empties it; `open`; `closed`. */
export type MeetupStatus = 'prepared' | 'trying' | 'open' | 'closed';
const STATUSES: readonly string[] = ['prepared', 'trying', 'open', 'closed'];

export type Spotlight = { readonly zone: ZoneId } | { readonly note: NoteId };

export interface Stage {
  /** Goes up by one with every command that changed something. */
  readonly revision: number;
  readonly status: MeetupStatus;
  /** The document generation of the board that belongs to this stage. */
  readonly generation: number;
  readonly title: string;
  /** Null before the first round. */
  readonly round: RoundId | null;
  /** Server time, milliseconds. */
  readonly roundStartedAt: number | null;
  /** Server time at which the round's time is up; null while paused or without a round. */
  readonly deadline: number | null;
  /** Milliseconds left when the time was stopped; null while it runs. */
  readonly pausedLeftMs: number | null;
  /** Total length of the round so far, extensions included, milliseconds. */
  readonly durationMs: number;
  /** Server time since when participants only look; null when they may write. */
  readonly lockedAt: number | null;
  readonly spotlight: Spotlight | null;
  /** The wall shows nothing. */
  readonly blank: boolean;
  /** Private rounds whose notes still lie on desks: the reveal takes them off this list. */
  readonly sealed: readonly RoundId[];
  /** The dots or ratings of this round have been counted: the results are on the board. */
  readonly counted: boolean;
  readonly closedAt: number | null;
  /** Goes up when the meet-up goes on with another form: its rounds and spaces have to be asked for anew. */
  readonly form: number;
  /** The rounds that were begun, each once, in the order in which they first were. */
  readonly held: readonly RoundId[];
}

/** More rounds than are ever begun; what a stage says stays small. */
export const MAX_HELD = 240;

export interface RosterEntry {
  readonly name: string;
  readonly community: CommunityId | '';
  readonly role: 'participant' | 'facilitator';
  /** The table this person works at, from 1 on. */
  readonly table?: number;
}

/** The stage of a meet-up that has just been prepared. */
export const FIRST_STAGE: Stage = {
  revision: 0,
  status: 'prepared',
  generation: 1,
  title: '',
  round: null,
  roundStartedAt: null,
  deadline: null,
  pausedLeftMs: null,
  durationMs: 0,
  lockedAt: null,
  spotlight: null,
  blank: false,
  sealed: [],
  counted: false,
  closedAt: null,
  form: 0,
  held: [],
};

const numberOrNull = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

function readSpotlight(value: unknown): Spotlight | null {
  if (typeof value !== 'object' || value === null) return null;
  const { zone, note } = value as Record<string, unknown>;
  if (typeof zone === 'string') return { zone: zone as ZoneId };
  return typeof note === 'string' ? { note: note as NoteId } : null;
}

const roundsOf = (value: unknown): readonly RoundId[] =>
  Array.isArray(value) ? value.filter((round): round is RoundId => typeof round === 'string') : [];

/** Reads the stage from its document; what is missing or junk gets its default. */
export function readStage(doc: Y.Doc): Stage {
  return parseStage(doc.getMap('stage').get('state'));
}

/** A stage out of what was kept of one; what is missing or junk gets its default. */
export function parseStage(value: unknown): Stage {
  if (typeof value !== 'object' || value === null) return FIRST_STAGE;
  const raw = value as Record<string, unknown>;
  return {
    revision: numberOrNull(raw.revision) ?? 0,
    status: STATUSES.includes(String(raw.status)) ? (raw.status as MeetupStatus) : 'prepared',
    generation: numberOrNull(raw.generation) ?? 1,
    title: typeof raw.title === 'string' ? raw.title : '',
    round: typeof raw.round === 'string' ? (raw.round as RoundId) : null,
    roundStartedAt: numberOrNull(raw.roundStartedAt),
    deadline: numberOrNull(raw.deadline),
    pausedLeftMs: numberOrNull(raw.pausedLeftMs),
    durationMs: numberOrNull(raw.durationMs) ?? 0,
    lockedAt: numberOrNull(raw.lockedAt),
    spotlight: readSpotlight(raw.spotlight),
    blank: raw.blank === true,
    sealed: roundsOf(raw.sealed),
    counted: raw.counted === true,
    closedAt: numberOrNull(raw.closedAt),
    form: numberOrNull(raw.form) ?? 0,
    held: roundsOf(raw.held),
  };
}

/** Writes the stage; only the server does. Effects: one transaction on the stage document. */
export function writeStage(doc: Y.Doc, stage: Stage): void {
  doc.transact(() => doc.getMap('stage').set('state', { ...stage }), 'server');
}

/** How many notes lie on desks and wait for the reveal, per zone; nothing else of them is known. */
export type Written = ReadonlyMap<ZoneId, number>;

/** Reads how much has been written on desks; what is no count is left out. */
export function readWritten(doc: Y.Doc): Written {
  const value = doc.getMap('stage').get('written');
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(
    Object.entries(value).filter((entry): entry is [ZoneId, number] => {
      const count: unknown = entry[1];
      return typeof count === 'number' && Number.isInteger(count) && count > 0;
    }),
  );
}

/** Writes how much has been written on desks; only the server does. Effects: one transaction where it differs. */
export function writeWritten(doc: Y.Doc, written: Written): void {
  const before = readWritten(doc);
  if (before.size === written.size && [...written].every(([zone, count]) => before.get(zone) === count))
    return;
  doc.transact(() => doc.getMap('stage').set('written', Object.fromEntries(written)), 'server');
}

/** How many tables there are; 0 when people do not sit at tables. Also those at which nobody sits yet. */
export function readTables(doc: Y.Doc): number {
  const value = doc.getMap('stage').get('tables');
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 0;
}

/** Writes how many tables there are; only the server does. Effects: one transaction where it differs. */
export function writeTables(doc: Y.Doc, tables: number): void {
  if (readTables(doc) !== tables) doc.transact(() => doc.getMap('stage').set('tables', tables), 'server');
}

/** Reads the roster: who is in the meet-up, by participant. */
export function readRoster(doc: Y.Doc): ReadonlyMap<ParticipantId, RosterEntry> {
  const roster = new Map<ParticipantId, RosterEntry>();
  for (const [id, value] of doc.getMap('roster')) {
    if (typeof value !== 'object' || value === null) continue;
    const { name, community, role, table } = value as Record<string, unknown>;
    roster.set(id as ParticipantId, {
      name: typeof name === 'string' ? name : '',
      community: (typeof community === 'string' ? community : '') as CommunityId | '',
      role: role === 'facilitator' ? 'facilitator' : 'participant',
      ...(typeof table === 'number' && Number.isInteger(table) && table > 0 ? { table } : {}),
    });
  }
  return roster;
}

/** Puts a person on the roster or takes them off; only the server does. Effects: one transaction. */
export function writeRosterEntry(doc: Y.Doc, id: ParticipantId, entry: RosterEntry | undefined): void {
  doc.transact(() => {
    if (entry === undefined) doc.getMap('roster').delete(id);
    else doc.getMap('roster').set(id, { ...entry });
  }, 'server');
}
