/** A zone: one rectangle of the board with a title. Its size and place follow from the grid and from what lies in it. */
import * as Y from 'yjs';
import type { ZoneId } from '../ids.ts';

export type ZoneKind = 'free' | 'empty' | 'scale' | 'quadrant' | 'rating';
const KINDS: readonly string[] = ['free', 'empty', 'scale', 'quadrant', 'rating'];

export interface Zone {
  readonly id: ZoneId;
  readonly kind: ZoneKind;
  /** Title per language; a zone somebody adds has the same in both. */
  readonly title: { readonly nl: string; readonly en: string };
  /** Which of the nine tints, 1 to 9, in reading order of the nine spaces. */
  readonly tint: number;
  readonly col: number;
  readonly row: number;
  readonly colSpan: number;
  readonly rowSpan: number;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const whole = (value: unknown, fallback: number, max: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max ? value : fallback;

/**
 * Reads a zone from its map; missing fields get their default.
 * @returns undefined when the value is no map at all.
 */
export function readZone(id: string, value: unknown): Zone | undefined {
  return value instanceof Y.Map ? zoneWith(id, (key) => value.get(key)) : undefined;
}

/** A zone out of its fields, wherever they are kept. */
export function zoneWith(id: string, get: (key: string) => unknown): Zone {
  const nl = text(get('nl'));
  const en = text(get('en'));
  const kind = text(get('kind'));
  return {
    id: id as ZoneId,
    kind: KINDS.includes(kind) ? (kind as ZoneKind) : 'free',
    title: { nl: nl || en, en: en || nl },
    tint: Math.max(1, whole(get('tint'), 1, 9)),
    col: whole(get('col'), 0, 24),
    row: whole(get('row'), 0, 24),
    colSpan: Math.max(1, whole(get('colSpan'), 1, 24)),
    rowSpan: Math.max(1, whole(get('rowSpan'), 1, 24)),
  };
}
