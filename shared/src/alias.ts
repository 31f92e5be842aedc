/**
 * The author of a note as the board says it. Where a meet-up shows communities alone that is another id for every note,
 * so that nobody can tell which notes are of one person. Device and gate both come to it by this one function.
 */
import * as sha256 from 'lib0/hash/sha256';
import { ID_LENGTH, type NoteId, type ParticipantId } from './ids.ts';

/** Somebody who writes. */
export interface Author {
  readonly participant: ParticipantId;
  /** What the aliases of this person are made of, an id known to the server and the own devices; absent with names. */
  readonly secret?: string;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * The author that a note of this person carries: 22 url-safe characters like every id.
 * With a secret it is the SHA-256 of secret and note id, cut to 132 bits. Both have one length and most of the hash is
 * left out, so the shortcuts that HMAC guards against do not exist here; it is one block, 3 us in a browser. Not
 * `crypto.subtle`: pages on plain http have none.
 */
export function authorOf({ participant, secret }: Author, note: NoteId): ParticipantId {
  if (secret === undefined) return participant;
  const hash = sha256.digest(new TextEncoder().encode(secret + note));
  let alias = '';
  for (let bit = 0; alias.length < ID_LENGTH; bit += 6) {
    const two = ((hash[bit >> 3] ?? 0) << 8) | (hash[(bit >> 3) + 1] ?? 0);
    alias += ALPHABET[(two >> (10 - (bit & 7))) & 63] ?? '';
  }
  return alias as ParticipantId;
}
