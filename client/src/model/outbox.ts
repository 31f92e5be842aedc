/**
 * The outbox: own words the server has not confirmed as durable, kept in the device's storage as plain entries.
 * It only keeps; what becomes of an entry is decided in `laying.ts`. All tabs of a device share it.
 */
import { type ErrorCode, isErrorCode } from '@ruimte/shared/errors';
import { isNamedId, isRandomId, type MeetupId, type NoteId, type ParticipantId } from '@ruimte/shared/ids';
import { LIMITS } from '@ruimte/shared/limits';
import type { OutboxEntry } from '@ruimte/shared/protocol/outbox';
import { createWritable, type Readable } from './readable.ts';
import type { KeyValue } from './storage.ts';

export interface UnsentEntry extends Omit<OutboxEntry, 'edit' | 'p'> {
  /** `new` until the note itself is durable, then `edit`. */
  readonly kind: 'new' | 'edit';
  /** Where it lies or should lie, zone-relative. */
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  /** The document it was laid in: its client id, and the clock below which that id holds these words. */
  readonly clientId?: number;
  readonly clock?: number;
  /** How often the relay has refused a document with these words in it. */
  readonly refusals: number;
  /** Why the server does not take it; it then waits for the person. */
  readonly reason?: ErrorCode;
}

export interface Outbox extends Readable<readonly UnsentEntry[]> {
  find(id: NoteId): UnsentEntry | undefined;
  /** Adds the entry, or puts it in the place of the one with its id. Effects: in storage when this returns. */
  put(entry: UnsentEntry): void;
  drop(ids: readonly NoteId[]): void;
  /** Everything of this client id below the clock is on disk. */
  confirm(clientId: number, clock: number): void;
  /** Another tab wrote: read again. */
  refresh(): void;
}

/** The storage key of a person's outbox in a meet-up. */
export function outboxKey(meetup: MeetupId, participant: ParticipantId): string {
  return `ruimte.outbox.${meetup}.${participant}`;
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Storage outlives versions and other scripts write to it: what is no entry is left out. */
function parseEntry(value: unknown): UnsentEntry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const entry = value as Partial<Record<keyof UnsentEntry, unknown>>;
  const { id, zone, text, round, typedAt, generation, x, y, clientId, clock, reason } = entry;
  if (!isRandomId(id) || !isNamedId(zone) || typeof text !== 'string' || text === '') return undefined;
  if (!isNumber(typedAt) || !isNumber(generation) || text.length > LIMITS.textUnits) return undefined;
  return {
    id: id as NoteId,
    zone: zone as OutboxEntry['zone'],
    text,
    round: (isNamedId(round) ? round : '') as OutboxEntry['round'],
    typedAt,
    generation,
    kind: entry.kind === 'edit' ? 'edit' : 'new',
    refusals: isNumber(entry.refusals) ? entry.refusals : 0,
    ...(isNumber(x) && isNumber(y) ? { x, y } : {}),
    ...(isNumber(clientId) && isNumber(clock) ? { clientId, clock } : {}),
    ...(isErrorCode(reason) ? { reason } : {}),
  };
}

function parseEntries(stored: string | null): readonly UnsentEntry[] {
  if (stored === null) return [];
  try {
    const list: unknown = JSON.parse(stored);
    return Array.isArray(list) ? list.map(parseEntry).filter((entry) => entry !== undefined) : [];
  } catch {
    // Not ours, or cut off while it was written: there is nothing in it to save.
    return [];
  }
}

/** Opens the outbox under a storage key. */
export function openOutbox(storage: KeyValue, key: string): Outbox {
  const entries = createWritable<readonly UnsentEntry[]>(parseEntries(storage.getItem(key)));
  /** Set when the storage is full or forbidden: from then on memory is all there is. */
  let memoryOnly = false;

  /** Every change starts from what is stored, because another tab may have written meanwhile. */
  function change(next: (list: readonly UnsentEntry[]) => readonly UnsentEntry[]): void {
    const before = memoryOnly ? entries.get() : parseEntries(storage.getItem(key));
    const after = next(before);
    if (after === before && after.length === entries.get().length) return;
    try {
      if (after.length === 0) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify(after));
      memoryOnly = false;
    } catch {
      memoryOnly = true;
    }
    entries.set(after);
  }
  const keep = (wanted: (entry: UnsentEntry) => boolean): void =>
    change((list) => (list.every(wanted) ? list : list.filter(wanted)));

  return {
    get: () => entries.get(),
    subscribe: (changed) => entries.subscribe(changed),
    find: (id) => entries.get().find((entry) => entry.id === id),
    put: (entry) =>
      change((list) =>
        list.some((other) => other.id === entry.id)
          ? list.map((other) => (other.id === entry.id ? entry : other))
          : [...list, entry],
      ),
    drop: (ids) => keep((entry) => !ids.includes(entry.id)),
    confirm: (clientId, clock) => {
      if (entries.get().length === 0) return;
      keep((entry) => entry.clientId !== clientId || entry.clock === undefined || entry.clock > clock);
    },
    refresh: () => {
      if (!memoryOnly) entries.set(parseEntries(storage.getItem(key)));
    },
  };
}
