/**
 * What the gate looks up in a live document and Yjs does not offer by a public name.
 * Pinned to yjs 13.6 by the exact version in the catalog; the tests of the gate fail first when it changes.
 */
/* oxlint-disable eslint/no-underscore-dangle -- these are the names that Yjs gives them */
import type * as Y from 'yjs';

/** Any Yjs type, as documents hold their roots. */
export type AnyType = Y.Doc['share'] extends Map<string, infer Type> ? Type : never;

type Keyed = Pick<AnyType, '_map'>;

/** The newest item under a key, deleted or not; the older ones lie to its left. */
export function newestItem(type: Keyed | undefined, key: string): Y.Item | undefined {
  return type?._map.get(key);
}

/** The live item under a key. */
export function liveItem(type: Keyed | undefined, key: string): Y.Item | undefined {
  const item = newestItem(type, key);
  return item === undefined || item.deleted ? undefined : item;
}

/** How many keys of a type have a live value; looks at every key it ever had. */
export function countLive(type: Keyed | undefined): number {
  let live = 0;
  for (const item of type?._map.values() ?? []) if (!item.deleted) live += 1;
  return live;
}

/** The item that holds the type, or null for a root. */
export function holderOf(type: AnyType): Y.Item | null {
  return type._item;
}

/** Live length of a text, UTF-16 units. */
export function lengthOf(type: AnyType | undefined): number {
  return type?._length ?? 0;
}

/**
 * The first item of a text, or the oldest under a key of a map; of more than `most` versions of a key the oldest of
 * the newest `most` + 1, which is enough to count beyond `most`.
 */
export function firstItem(type: AnyType | undefined, key: string | undefined, most: number): Y.Item | null {
  if (type === undefined) return null;
  if (key === undefined) return type._start;
  let item = type._map.get(key) ?? null;
  for (let count = 0; item !== null && item.left !== null && count < most; count += 1) item = item.left;
  return item;
}
