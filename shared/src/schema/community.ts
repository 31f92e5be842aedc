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

export { codeOf, styleOf } from './community-style.ts';

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
