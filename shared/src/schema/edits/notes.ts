/**
 * The only writers of notes. Each is one transaction with its origin, so one undo step and one message.
 * Rights are the caller's question (`rights.ts`) and the gate's answer.
 */
import { generateKeyBetween } from 'fractional-indexing';
import * as Y from 'yjs';
import {
  type CommunityId,
  isNamedId,
  type NoteId,
  type ParticipantId,
  type RoundId,
  type ZoneId,
} from '../../ids.ts';
import { cleanText } from '../../text.ts';
import { type Entity, type Origin, rootOf } from '../document.ts';
import type { NoteOrigin } from '../note.ts';

export interface NewNote {
  readonly id: NoteId;
  readonly zone: ZoneId;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly author: ParticipantId;
  readonly community: CommunityId | '';
  readonly round: RoundId | '';
  /** Server time, milliseconds. */
  readonly at: number;
  readonly origin?: NoteOrigin;
  readonly late?: true;
}

/** The highest stacking key on the board, or null on an empty one. */
export function topOrder(doc: Y.Doc): string | null {
  let top: string | null = null;
  for (const note of rootOf(doc, 'notes').values()) {
    const order = note instanceof Y.Map ? note.get('order') : undefined;
    if (typeof order === 'string' && (top === null || order > top)) top = order;
  }
  return top;
}

/**
 * Lays a note on the board, above the others.
 * An id that exists already is left alone: the note has been laid before.
 * @returns whether the note was made.
 */
export function addNote(doc: Y.Doc, note: NewNote, origin: Origin): boolean {
  return addNotes(doc, [note], origin) === 1;
}

/**
 * Lays many notes in one transaction, each above the last. Ids that exist already are left alone.
 * @returns how many were made.
 */
export function addNotes(doc: Y.Doc, added: readonly NewNote[], origin: Origin): number {
  const notes = rootOf(doc, 'notes');
  const made = added.filter(({ id }) => !notes.has(id));
  if (made.length === 0) return 0;
  doc.transact(() => {
    // Looked for once: looking again for each of thousands would keep everybody waiting.
    let top = topOrder(doc);
    for (const note of made) {
      top = generateKeyBetween(top, null);
      const map: Entity = new Y.Map<unknown>([
        // One that has lost its zone is laid without: a zone that is none could not be put back by undo.
        ...(isNamedId(note.zone) ? [['zone', note.zone] as const] : []),
        ['p', [Math.round(note.x), Math.round(note.y)]],
        ['text', new Y.Text(cleanText(note.text))],
        ['author', note.author],
        ['community', note.community],
        ['round', note.round],
        ['at', note.at],
        ['order', top],
      ]);
      if (note.origin !== undefined) map.set('origin', note.origin);
      if (note.late) map.set('late', true);
      notes.set(note.id, map);
    }
  }, origin);
  return made.length;
}

/**
 * Makes the text of a note read as given, changing only the letters between the common beginning and end,
 * so that two people typing in one note both keep their words. Does nothing when the note is gone.
 * Where letters only go, one that stays is written anew: a deletion alone leaves the writer's clock where it was, and
 * `durable` could not say that it is on disk.
 */
export function setNoteText(doc: Y.Doc, id: NoteId, wanted: string, origin: Origin): void {
  const text = rootOf(doc, 'notes').get(id)?.get('text');
  if (!(text instanceof Y.Text)) return;
  const before = text.toString();
  const after = cleanText(wanted);
  if (before === after) return;
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const room = Math.min(before.length, after.length) - start;
  while (end < room && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  // A surrogate pair cut in two would become two replacement characters: widen to whole code points.
  if (start > 0 && isHighSurrogate(after.charCodeAt(start - 1))) start -= 1;
  if (end > 0 && isLowSurrogate(after.charCodeAt(after.length - end))) end -= 1;
  if (start + end === after.length) {
    if (start > 0) start -= start > 1 && isHighSurrogate(after.charCodeAt(start - 2)) ? 2 : 1;
    else if (end > 0) end -= end > 1 && isLowSurrogate(after.charCodeAt(after.length - end + 1)) ? 2 : 1;
  }
  doc.transact(() => {
    const removed = before.length - start - end;
    if (removed > 0) text.delete(start, removed);
    const inserted = after.slice(start, after.length - end);
    if (inserted !== '') text.insert(start, inserted);
  }, origin);
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

export interface NoteMove {
  readonly id: NoteId;
  readonly zone: ZoneId;
  readonly x: number;
  readonly y: number;
  /** Its group comes along to the other zone. */
  readonly withGroup?: true;
}

/**
 * Moves notes in one transaction, so that it is one undo step and one message. A note that goes to another zone by
 * itself leaves its group. Ids that no longer exist are skipped: someone may have removed them during the drag.
 */
export function moveNotes(doc: Y.Doc, moves: readonly NoteMove[], origin: Origin): void {
  const notes = rootOf(doc, 'notes');
  doc.transact(() => {
    for (const move of moves) {
      const note = notes.get(move.id);
      if (!(note instanceof Y.Map)) continue;
      if (note.get('zone') !== move.zone) {
        note.set('zone', move.zone);
        if (move.withGroup !== true && (note.get('group') ?? '') !== '') note.set('group', '');
      }
      note.set('p', [Math.round(move.x), Math.round(move.y)]);
    }
  }, origin);
}

/** Puts notes on top of the stack, in the given order; one transaction. */
export function raiseNotes(doc: Y.Doc, ids: readonly NoteId[], origin: Origin): void {
  const notes = rootOf(doc, 'notes');
  doc.transact(() => {
    let top = topOrder(doc);
    for (const id of ids) {
      const note = notes.get(id);
      if (!(note instanceof Y.Map) || note.get('order') === top) continue;
      top = generateKeyBetween(top, null);
      note.set('order', top);
    }
  }, origin);
}

/** Removes notes in one transaction. The server keeps text and author in the bin. Missing ids are skipped. */
export function removeNotes(doc: Y.Doc, ids: readonly NoteId[], origin: Origin): void {
  const notes = rootOf(doc, 'notes');
  doc.transact(() => {
    for (const id of ids) if (notes.has(id)) notes.delete(id);
  }, origin);
}
