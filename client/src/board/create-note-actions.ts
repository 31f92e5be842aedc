/** The actions of a page on its model: each does something or asks first, and says what became of it. */
import type { NoteId } from '@ruimte/shared/ids';
import type { Note } from '@ruimte/shared/schema/note';
import type { Arranging } from '../model/arranging.ts';
import type { MeetupModel } from '../model/meetup-model.ts';
import { linesOf } from '../model/pasted-lines.ts';
import { createWritable, type Readable, type Writable } from '../model/readable.ts';
import type { DotHand } from './dot-hand.ts';
import type { NoteActions, Picking } from './note-actions.ts';
import type { Question } from './question.ts';
import type { Answers } from './use-answers.ts';

interface Parts {
  readonly model: MeetupModel;
  readonly arranging: Arranging;
  readonly picking: PickingState;
  readonly answers: Answers;
  readonly ask: (question: Question) => void;
}

/** What is being picked; outlives the actions, which are made anew with another language. */
export interface PickingState {
  readonly picking: Writable<Picking | undefined>;
  readonly picked: Readable<ReadonlySet<NoteId> | undefined>;
  readonly dots: Writable<DotHand | undefined>;
}

/** Nothing is being picked yet. */
export function createPickingState(): PickingState {
  const picking = createWritable<Picking | undefined>(undefined);
  const picked = createWritable<ReadonlySet<NoteId> | undefined>(undefined);
  picking.subscribe(() => {
    const now = picking.get();
    if (now === undefined) picked.set(undefined);
    else if (now.kind === 'group') picked.set(now.notes);
    else picked.set(new Set(now.from === undefined ? [] : [now.from]));
  });
  return { picking, picked, dots: createWritable<DotHand | undefined>(undefined) };
}

/** The actions of one page. */
export function createNoteActions(parts: Parts): NoteActions {
  const { model, arranging, answers, ask } = parts;
  const { picking, picked, dots } = parts.picking;
  const { text } = answers;
  const { note } = model.board;
  const there = (ids: readonly NoteId[]): readonly Note[] => ids.flatMap((id) => note(id) ?? []);

  /** Says why nobody may write now. @returns whether somebody may. */
  function mayWrite(): boolean {
    const why = model.noWriting.get();
    if (why !== undefined) answers.tell(answers.why(why));
    return why === undefined;
  }

  const whyNot: NoteActions['whyNot'] = (action, notes) => {
    const why = model.noWriting.get();
    if (why !== undefined) return answers.why(why);
    if (notes.length === 0) return text.gone;
    const fixed = notes.map(({ id }) => model.noWritingFor(id)).find((each) => each !== undefined);
    if (fixed !== undefined) return answers.why(fixed);
    const own = notes.some((each) => model.mayEdit(each));
    if ((action === 'edit' || action === 'remove') && !own) return text.notOwn;
    if (action === 'copy' && !notes.every((each) => arranging.mayCopy(each))) return text.notOwnCopy;
    return undefined;
  };

  function linkTo(from: NoteId, to: NoteId): void {
    const result = arranging.link(from, to);
    if (result.ok) answers.done(result.linked ? text.linked : text.unlinked);
    else answers.tell(answers.why(result.reason));
  }

  function pick(id: NoteId): boolean {
    const now = picking.get();
    if (now === undefined) return false;
    if (now.kind === 'group') {
      const notes = new Set(now.notes);
      if (!notes.delete(id)) notes.add(id);
      picking.set({ kind: 'group', notes });
    } else if (now.from === undefined) picking.set({ kind: 'link', from: id });
    else if (now.from === id) picking.set({ kind: 'link', from: undefined });
    else {
      picking.set(undefined);
      linkTo(now.from, id);
    }
    return true;
  }

  return {
    arranging,
    picking,
    picked,
    dots,
    pick,
    whyNot,
    startLink: (from) => {
      if (mayWrite()) picking.set({ kind: 'link', from });
    },
    startGroup: (notes) => {
      if (mayWrite()) picking.set({ kind: 'group', notes: new Set(there(notes).map(({ id }) => id)) });
    },
    stopPicking: () => picking.set(undefined),
    joinGroup: (group) => {
      const now = picking.get();
      if (now?.kind !== 'group') return;
      picking.set(undefined);
      const name = arranging.groups().get(group)?.group.name ?? '';
      const result = arranging.join([...now.notes], group);
      if (result.ok) answers.done(text.joined(name));
      else answers.tell(answers.why(result.reason));
    },
    finishGroup: (name) => {
      const now = picking.get();
      if (now?.kind !== 'group') return;
      const notes = there([...now.notes]);
      if (notes.length < 2) return answers.tell(text.needsTwo);
      picking.set(undefined);
      const result = arranging.group(
        notes.map(({ id }) => id),
        name,
      );
      if (result.ok) answers.done(text.grouped(name.trim()));
      else answers.tell(answers.why(result.reason));
    },
    move: (notes) => {
      if (mayWrite() && there(notes).length > 0) ask({ asks: 'space', for: 'move', notes });
    },
    send: (notes, zone) => {
      const ids = there(notes).map(({ id }) => id);
      if (ids.length === 0) return;
      if (model.session.meetup.zones.some(({ id, axes }) => id === zone && axes !== undefined))
        return ask({ asks: 'place', notes: ids, zone });
      const going = ids.filter((id) => note(id)?.zone !== zone);
      model.actions.sendToZone(going, zone);
      answers.done(text.moved(going.length, answers.zoneName(zone)));
    },
    moveGroup: (group) => {
      if (mayWrite()) ask({ asks: 'space', for: 'group', group });
    },
    copy: (id) => {
      const why = whyNot('copy', there([id]));
      if (why === undefined) ask({ asks: 'space', for: 'copy', note: id });
      else answers.tell(why);
    },
    leave: (notes) => {
      const leaving = there(notes).filter((each) => (each.group ?? '') !== '');
      const result = arranging.leave(leaving.map(({ id }) => id));
      if (result.ok) answers.done(text.left(leaving.length));
      else answers.tell(answers.why(result.reason));
    },
    dissolve: (group) => {
      const result = arranging.dissolve(group);
      if (result.ok) answers.done(text.dissolved);
      else answers.tell(answers.why(result.reason));
    },
    rename: (group) => {
      if (mayWrite()) ask({ asks: 'name', group });
    },
    tidy: (zone) => {
      const result = arranging.tidy(zone);
      if (result.ok) answers.done(text.tidied(answers.zoneName(zone)));
      else answers.tell(result.reason === 'nothing' ? text.isTidy : answers.why(result.reason));
    },
    remove: (ids) => {
      const notes = there(ids);
      const why = whyNot('remove', notes);
      if (why !== undefined) return answers.tell(why);
      const mine = notes.filter((each) => model.mayEdit(each));
      model.actions.removeNotes(mine.map(({ id }) => id));
      const others = notes.length - mine.length;
      answers.removed(
        others === 0 ? text.removed(mine.length) : text.removedSome(mine.length, others),
        mine.map(({ id }) => id),
        mine.every(model.isOwn),
      );
    },
    paste: (zone, pasted) => {
      const { notes } = linesOf(pasted);
      const [only] = notes;
      if (only === undefined || !mayWrite()) return;
      if (notes.length > 1) ask({ asks: 'paste', zone, text: pasted });
      else if (model.actions.addNote({ zone, text: only }).ok)
        answers.done(text.laid(1, answers.zoneName(zone)));
    },
  };
}
