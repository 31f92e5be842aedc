/** A group (notes held together under a name) and a link (a line between two notes). */
import * as Y from 'yjs';
import type { GroupId, LinkId, NoteId, ZoneId } from '../ids.ts';

export interface Group {
  readonly id: GroupId;
  readonly name: string;
  readonly zone: ZoneId;
}

export interface Link {
  readonly id: LinkId;
  readonly from: NoteId;
  readonly to: NoteId;
}

/** Reads a group from its map; undefined when the value is no map at all. */
export function readGroup(id: string, value: unknown): Group | undefined {
  if (!(value instanceof Y.Map)) return undefined;
  const name = value.get('name');
  const zone = value.get('zone');
  return {
    id: id as GroupId,
    name: typeof name === 'string' ? name : '',
    zone: (typeof zone === 'string' ? zone : '') as ZoneId,
  };
}

/** Reads a link from its map; undefined when it is no map or has no two ends. */
export function readLink(id: string, value: unknown): Link | undefined {
  if (!(value instanceof Y.Map)) return undefined;
  const from = value.get('from');
  const to = value.get('to');
  if (typeof from !== 'string' || typeof to !== 'string') return undefined;
  return { id: id as LinkId, from: from as NoteId, to: to as NoteId };
}
