/** What a document may hold after an update: texts, items, structs and client ids. */
import type { NoteId, ParticipantId } from '@ruimte/shared/ids';
import type { Limits } from '@ruimte/shared/limits';
import type { GateDocument, Sender } from '../gate.ts';
import type { FreshDeletes } from './deletes.ts';
import type { Entity } from './container.ts';
import type { Places } from './place.ts';
import { refuse } from './refusal.ts';
import type { Section } from './struct.ts';
import { lengthOf, liveItem } from './yjs-inside.ts';

const NOTES = 'notes';

/**
 * Bounds on what is left after trimming; structs were counted while they were read. Known parts cost nothing but their
 * decoding.
 * @throws Refusal `tooLarge`.
 */
export function judgeSections(sender: Sender, sections: readonly Section[], limits: Limits): void {
  if (sections.length > idLimits(sender, limits).perUpdate)
    refuse('tooLarge', 'too many client ids in one update');
}

/**
 * How many times more client ids there may be where every note is written under one of its own: 1,024 in what a device
 * brings that was away, 8,192 of one participant, 16,000 on a board of at most 10,000 notes.
 */
const APART = { perUpdate: 64, perParticipant: 128, perBoard: 4 };
const TOGETHER: typeof APART = { perUpdate: 1, perParticipant: 1, perBoard: 1 };

function idLimits({ secret }: Sender, limits: Limits): typeof APART {
  const times = secret === undefined ? TOGETHER : APART;
  return {
    perUpdate: limits.clientSectionsPerUpdate * times.perUpdate,
    perParticipant: limits.clientIdsPerParticipant * times.perParticipant,
    perBoard: limits.clientIdsPerBoard * times.perBoard,
  };
}

/**
 * Whom the new client ids belong to.
 * @returns ids to be bound to the sender.
 * @throws Refusal `foreignClient`, and `tooLarge` or `boardFull` for too many ids.
 */
export function judgeOwners(document: GateDocument, sender: Sender, sections: readonly Section[]): number[] {
  const { doc, owners, limits } = document;
  const bind: number[] = [];
  for (const { client } of sections) {
    const owner = owners.get(client);
    if (owner === sender.participant) continue;
    if (owner !== undefined) refuse('foreignClient', 'a client id of somebody else');
    if (doc.store.clients.has(client)) refuse('foreignClient', 'a client id of the server');
    bind.push(client);
  }
  if (bind.length === 0) return bind;
  const { perParticipant, perBoard } = idLimits(sender, limits);
  if (countIds(owners, sender.participant) + bind.length > perParticipant)
    refuse('tooLarge', 'too many client ids of one participant');
  if (doc.store.clients.size + bind.length > perBoard)
    refuse('boardFull', 'too many client ids on this board');
  return bind;
}

function countIds(owners: ReadonlyMap<number, ParticipantId>, participant: ParticipantId): number {
  let count = 0;
  for (const owner of owners.values()) if (owner === participant) count += 1;
  return count;
}

/** The texts that this update touches stay within their limit. @throws Refusal `tooLarge`. */
export function judgeTexts(places: Places, limits: Limits): void {
  for (const text of places.texts) {
    if (text.added === 0 || text.dead || text.entity?.deleted === true) continue;
    const length = lengthOf(text.type) + text.added - text.removed;
    if (length > limits.textUnits) refuse('tooLarge', 'a text that is too long');
  }
}

/**
 * The document has room for what this update adds.
 * @throws Refusal `boardFull`.
 */
export function judgeRoom(
  document: GateDocument,
  places: Places,
  sections: readonly Section[],
  deletes: FreshDeletes,
): void {
  const { doc, table, counts, limits } = document;
  const born = places.entities.filter((entity) => isAdded(entity, doc));
  const notes = born.filter((entity) => entity.root === NOTES).length;
  // A deletion in the middle of an item splits it in up to three.
  let structs = deletes.count * 2;
  for (const section of sections) structs += section.structs.length;
  const more = { notes, objects: born.length, structs };
  if (born.length > 0 && !counts.hasRoom(doc, table, more, limits)) refuse('boardFull', 'the board is full');
  if (!counts.hasRoomForStructs(doc, structs, limits.structsPerBoard))
    refuse('boardFull', 'the board has too long a history');
  counts.add(more);
}

/** Whether the update makes an item that is there afterwards and was not before. */
function isAdded(entity: Entity, doc: GateDocument['doc']): boolean {
  return entity.born && !entity.deleted && liveItem(doc.share.get(entity.root), entity.key) === undefined;
}

/** Notes of the document that are gone after this update; one that is made anew under its id is not. */
export function removedNotes(places: Places): NoteId[] {
  const alive = new Set<string>();
  const gone = new Set<string>();
  for (const entity of places.entities) {
    if (entity.root !== NOTES) continue;
    if (entity.born && !entity.deleted) alive.add(entity.key);
    if (!entity.born && (entity.deleted || entity.overwritten)) gone.add(entity.key);
  }
  return [...gone].filter((key) => !alive.has(key)) as NoteId[];
}
