/**
 * Own dots and ratings the server has not confirmed as durable, kept in the device's storage: a page that is closed
 * without a line loses none. It only keeps; when they are written is decided in `desk.ts`.
 */
import { isNamedId, type MeetupId, type ParticipantId, type RoundId } from '@ruimte/shared/ids';
import type { MarkRoot } from '@ruimte/shared/schema/marks';
import type { KeyValue } from './storage.ts';

/** So many dots on a note, or the step of a zone; 0 takes it back. */
export interface KeptMark {
  readonly root: MarkRoot;
  readonly key: string;
  readonly count: number;
  readonly round: RoundId | '';
}

export interface KeptMarks {
  all(): readonly KeptMark[];
  /** Keeps the mark in the place of an earlier one on the same note or zone. */
  put(mark: KeptMark): void;
  clear(): void;
}

/** Nobody marks more in a round; what is older goes first. */
const MOST = 200;

/** Storage outlives versions, and other scripts write to it. */
function isMark(value: unknown): value is KeptMark {
  if (typeof value !== 'object' || value === null) return false;
  const { root, key, count, round } = value as Partial<Record<keyof KeptMark, unknown>>;
  const rooted = root === 'votes' || root === 'ratings';
  return rooted && typeof key === 'string' && Number.isInteger(count) && (round === '' || isNamedId(round));
}

/** Opens what was kept for a person in a meet-up. */
export function openKeptMarks(storage: KeyValue, meetup: MeetupId, participant: ParticipantId): KeptMarks {
  const at = `ruimte.marks.${meetup}.${participant}`;
  function all(): readonly KeptMark[] {
    try {
      const stored: unknown = JSON.parse(storage.getItem(at) ?? '[]');
      return Array.isArray(stored) ? stored.filter(isMark) : [];
    } catch {
      // Not ours, or cut off while it was written.
      return [];
    }
  }
  return {
    all,
    put: (mark) => {
      const others = all().filter(({ root, key }) => root !== mark.root || key !== mark.key);
      storage.setItem(at, JSON.stringify([...others, mark].slice(-MOST)));
    },
    clear: () => storage.removeItem(at),
  };
}
