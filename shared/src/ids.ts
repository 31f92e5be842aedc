/**
 * The ids of Ruimte: random, url-safe, 22 characters (132 bits), each kind a type of its own.
 * Zones and rounds are named by their format ("twijfel", "rondgang"), so that meet-ups can be compared.
 */
declare const kind: unique symbol;
type Id<Kind extends string> = string & { readonly [kind]: Kind };

export type MeetupId = Id<'meetup'>;
export type BoardId = Id<'board'>;
export type NoteId = Id<'note'>;
export type GroupId = Id<'group'>;
export type LinkId = Id<'link'>;
export type CommunityId = Id<'community'>;
export type ParticipantId = Id<'participant'>;
export type SnapshotId = Id<'snapshot'>;
export type CommandId = Id<'command'>;
/** Named by the format or, for a zone added later, random. */
export type ZoneId = Id<'zone'>;
export type RoundId = Id<'round'>;
export type FormatId = Id<'format'>;

type RandomId =
  MeetupId | BoardId | NoteId | GroupId | LinkId | CommunityId | ParticipantId | SnapshotId | CommandId;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
/** Length of every random id and secret. */
export const ID_LENGTH = 22;
const RANDOM_ID = /^[A-Za-z0-9_-]{22}$/;
const NAMED_ID = /^[a-z0-9][A-Za-z0-9_-]{0,63}$|^[A-Za-z0-9_-]{22}$/;

/**
 * 22 random url-safe characters, for ids and secrets alike.
 * Uses `getRandomValues`, which exists in insecure contexts where `randomUUID` does not.
 */
export function createSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_LENGTH));
  let id = '';
  for (const byte of bytes) id += ALPHABET[byte & 63];
  return id;
}

/** A new random id of the wanted kind. */
export function createId<T extends RandomId>(): T {
  return createSecret() as T;
}

/** True for the 22 url-safe characters every random id and secret has. */
export function isRandomId(value: unknown): value is string {
  return typeof value === 'string' && RANDOM_ID.test(value);
}

/** The id when it is well formed, else undefined. */
export function parseId<T extends RandomId>(value: unknown): T | undefined {
  return isRandomId(value) ? (value as T) : undefined;
}

/** True for ids that come from a format (zones, rounds, formats) or are random. */
export function isNamedId(value: unknown): value is string {
  return typeof value === 'string' && NAMED_ID.test(value);
}
