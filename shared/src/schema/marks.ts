/**
 * Marks: the dots somebody gives to notes, or the steps at which somebody rates zones.
 * On a desk they are under the participant's id; on the board lies what was counted, under ids that say nothing about who.
 */
import * as Y from 'yjs';
import type { ParticipantId, RoundId } from '../ids.ts';

/** The root they lie under: dots on notes, or steps of zones. */
export type MarkRoot = 'votes' | 'ratings';

/** A number of dots by note, or a step by zone. */
export type Marks = ReadonlyMap<string, number>;

/** The marks of one person as they were counted, without a name. */
export interface CountedMarks {
  readonly id: string;
  readonly round: RoundId | '';
  /** Server time at which that round began, milliseconds: the same round may have been held twice. */
  readonly at: number;
  readonly marks: readonly (readonly [key: string, count: number])[];
}

/** Keys of a counted sheet that are no marks. */
const FIELDS = new Set(['round', 'at']);

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 1000;

/** Reads the marks out of a map; what is no count is left out. */
export function readMarks(value: unknown): Marks {
  if (!(value instanceof Y.Map)) return new Map();
  return new Map(
    [...(value as Y.Map<unknown>)].filter(
      (entry): entry is [string, number] => !FIELDS.has(entry[0]) && isCount(entry[1]),
    ),
  );
}

/** Reads one person's marks off a desk. */
export function readDeskMarks(doc: Y.Doc, root: MarkRoot, person: ParticipantId): Marks {
  return readMarks(doc.getMap(root).get(person));
}

/** Reads counted marks from a map; undefined when the value is no map at all. */
export function readCountedMarks(id: string, value: unknown): CountedMarks | undefined {
  if (!(value instanceof Y.Map)) return undefined;
  const round: unknown = value.get('round');
  const at: unknown = value.get('at');
  return {
    id,
    round: (typeof round === 'string' ? round : '') as RoundId | '',
    at: typeof at === 'number' && Number.isFinite(at) ? at : 0,
    marks: [...readMarks(value)],
  };
}
