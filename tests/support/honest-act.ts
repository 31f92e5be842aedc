/** What an honest person does on a board, one thing at a time: the product's edits and a real undo manager. */
import { authorOf } from '@ruimte/shared/alias';
import type { Sender } from '@ruimte/server/relay/gate';
import type { GroupId, NoteId, RoundId, ZoneId } from '@ruimte/shared/ids';
import { rootOf } from '@ruimte/shared/schema/document';
import { setGroup } from '@ruimte/shared/schema/edits/groups';
import { addNote, moveNotes, raiseNotes, removeNotes, setNoteText } from '@ruimte/shared/schema/edits/notes';
import { createUndoManager } from '@ruimte/shared/schema/undo';
import * as Y from 'yjs';
import type { Random } from './random.ts';

const WORDS = [
  'durf',
  'kijk',
  'anders',
  'ruimte 🎨',
  'één',
  '👩‍🎨 samen',
  'vraag',
  'e\u0301',
  'stil\nzijn',
  '好奇',
];

/** Somebody with a board in front of them. */
export interface Hand {
  readonly doc: Y.Doc;
  readonly undo: Y.UndoManager;
  /** Who this is for the gate. */
  readonly sender: Sender;
  readonly random: Random;
}

/** Undo as clients have it; steps end where {@link actOnce} says so and not with time. */
export function createUndo(doc: Y.Doc, random: Random): Y.UndoManager {
  return createUndoManager([rootOf(doc, 'notes'), rootOf(doc, 'groups')], {
    doc,
    trackedOrigins: new Set(['user', 'typing']),
    captureTimeout: 1e12,
    ignoreRemoteMapChanges: random.chance(0.5),
  });
}

/** Does one thing a person does: adds, types, moves, raises, groups, removes, undoes, redoes or votes. */
export function actOnce(hand: Hand): void {
  const { doc, undo, sender, random } = hand;
  if (random.chance(0.6)) undo.stopCapturing();
  const all = [...rootOf(doc, 'notes').keys()] as NoteId[];
  const isOwn = (id: NoteId): boolean => rootOf(doc, 'notes').get(id)?.get('author') === authorOf(sender, id);
  const mine = all.filter((id) => sender.facilitator || isOwn(id));
  const some = all.filter(() => random.chance(2 / (all.length + 1)));
  const roll = random.below(100);
  if (roll < 14 || all.length === 0) add(hand);
  else if (roll < 40) type(hand, random.pick(mine));
  else if (roll < 55) move(hand, some);
  else if (roll < 60) raiseNotes(doc, some, 'user');
  else if (roll < 66) setGroup(doc, some, random.chance(0.3) ? '' : (random.id() as GroupId), 'user');
  else if (roll < 72)
    removeNotes(
      doc,
      mine.filter(() => random.chance(1.5 / mine.length)),
      'user',
    );
  else if (roll < 88) undo.undo();
  else undo.redo();
}

function add({ doc, sender, random }: Hand): void {
  const { community } = sender;
  const [id, zone] = [random.id() as NoteId, 'twijfel' as ZoneId];
  const author = authorOf(sender, id);
  const text = random.pick(WORDS) ?? '';
  addNote(doc, { id, zone, x: 1, y: 2, text, author, community, round: '' as RoundId, at: 5 }, 'user');
}

function type({ doc, random }: Hand, id: NoteId | undefined): void {
  if (id === undefined) return;
  const text = rootOf(doc, 'notes').get(id)?.get('text');
  const before = text instanceof Y.Text ? text.toString() : '';
  const cut = random.below(before.length + 1);
  const kept = before.slice(0, cut) + (random.chance(0.3) ? '' : before.slice(cut));
  setNoteText(doc, id, (kept + (random.pick(WORDS) ?? '')).slice(-100), 'typing');
}

function move({ doc, random }: Hand, ids: readonly NoteId[]): void {
  const zone = (random.chance(0.5) ? 'twijfel' : 'kind') as ZoneId;
  const moves = ids.map((id) => ({ id, zone, x: random.below(999), y: random.below(999) }));
  moveNotes(doc, moves, 'user');
}
