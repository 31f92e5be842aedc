/** A community on the board: its name, and the number that decides its colour and stamp. */
import * as Y from 'yjs';
import type { CommunityId } from '../ids.ts';

export interface Community {
  readonly id: CommunityId;
  readonly name: string;
  /** From 1; colours and stamps repeat after twelve. */
  readonly number: number;
  /** Set when the facilitator merged this community into another: its notes show as that one's. */
  readonly mergedInto?: CommunityId;
}

/** Number of different colours and stamps. */
export const COMMUNITY_STYLES = 12;

/** Which of the twelve colours and stamps a community number has, 1 to 12. */
export function styleOf(number: number): number {
  return ((Math.max(1, number) - 1) % COMMUNITY_STYLES) + 1;
}

/** Reads a community from its map; undefined when the value is no map at all. */
export function readCommunity(id: string, value: unknown): Community | undefined {
  if (!(value instanceof Y.Map)) return undefined;
  const name = value.get('name');
  const number = value.get('number');
  const merged = value.get('mergedInto');
  return {
    id: id as CommunityId,
    name: typeof name === 'string' ? name : '',
    number: typeof number === 'number' && Number.isInteger(number) && number > 0 ? number : 1,
    ...(typeof merged === 'string' && merged !== '' ? { mergedInto: merged as CommunityId } : {}),
  };
}
