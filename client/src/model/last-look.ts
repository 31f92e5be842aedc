/** Which notes lay where when this person last looked, kept on the device: ids and no words. */
import { isNamedId, isRandomId, type NoteId, type ZoneId } from '@ruimte/shared/ids';
import type { Board } from '@ruimte/shared/projection/board';
import type { Change } from './change-tally.ts';
import type { MeetupModel } from './meetup-model.ts';
import type { KeyValue } from './storage.ts';

/** One key: only the meet-up seen last is worth coming back to. */
const KEY = 'ruimte.looked';
/** About 50 kB of the five megabytes that a page may keep. */
const MOST_NOTES = 2_000;

/** The zone of every note. */
type Look = ReadonlyMap<NoteId, ZoneId>;
type Looked = Pick<MeetupModel, 'board' | 'session'>;

/** A restored board, another meet-up and another person are not what was looked at. */
function subjectOf({ session: { meetup, participant } }: Looked): string {
  return `${meetup.id}/${meetup.generation}/${participant ?? ''}`;
}

/** Keeps how the board looks now, in the place of any other; a very large board is not kept. */
export function keepLook(storage: KeyValue, model: Looked): void {
  const { notes } = model.board.get();
  if (notes.size > MOST_NOTES) return storage.removeItem(KEY);
  const zones = new Map<ZoneId, NoteId[]>();
  for (const { id, zone } of notes.values()) {
    const known = zones.get(zone);
    if (known === undefined) zones.set(zone, [id]);
    else known.push(id);
  }
  const kept = [...zones].map(([zone, ids]) => [zone, ids.join(' ')]);
  storage.setItem(KEY, JSON.stringify({ of: subjectOf(model), zones: kept }));
}

/** @returns undefined when nothing was kept of this board. */
export function lastLook(storage: KeyValue, model: Looked): Look | undefined {
  try {
    const kept = JSON.parse(storage.getItem(KEY) ?? 'null') as Record<string, unknown> | null;
    if (kept?.['of'] !== subjectOf(model) || !Array.isArray(kept['zones'])) return undefined;
    const look = new Map<NoteId, ZoneId>();
    for (const entry of kept['zones'] as unknown[]) {
      const [zone, ids] = Array.isArray(entry) ? (entry as unknown[]) : [];
      if (!isNamedId(zone) || typeof ids !== 'string') continue;
      for (const id of ids.split(' ')) if (isRandomId(id)) look.set(id as NoteId, zone as ZoneId);
    }
    return look;
  } catch {
    // Not ours.
    return undefined;
  }
}

/** What is different now; by whom is not known, except for new notes. */
export function differencesWith(
  look: Look | undefined,
  { notes }: Pick<Board, 'notes'>,
  isOwn: MeetupModel['isOwn'],
): readonly Change[] {
  if (look === undefined) return [];
  const changes: Change[] = [];
  for (const note of notes.values()) {
    const { id, zone, text, author } = note;
    const before = look.get(id);
    if (before === undefined && !isOwn(note))
      changes.push({ kind: 'added', note: id, text, zone, by: author });
    else if (before !== undefined && before !== zone)
      changes.push({ kind: 'moved', note: id, text, zone, from: before, by: undefined });
  }
  for (const [id, zone] of look) {
    if (!notes.has(id)) changes.push({ kind: 'removed', note: id, text: '', zone, by: undefined });
  }
  return changes;
}
