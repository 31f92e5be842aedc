/** The open text field of the board: at most one, over a note that is there or over the place of a new one. */
import type { NoWriting } from '@ruimte/shared/facilitation/engine';
import type { BoardPoint } from '@ruimte/shared/geometry';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { communityOf } from '@ruimte/shared/projection/board';
import { styleOf } from '@ruimte/shared/schema/community';
import type { MeetupModel } from '../model/meetup-model.ts';
import { createWritable, type Readable } from '../model/readable.ts';
import { type Editing, startEditing } from '../model/tools/editing.ts';
import type { ZonePlace } from './placing.ts';
import type { Scene } from './scene.ts';

export interface OpenEditor {
  /** Counts the fields that were opened: another field is another number. */
  readonly id: number;
  readonly editing: Editing;
  /** Colour and stamp of the paper, as in `paperOf`. */
  readonly style: number;
  /** The zone of a note that is new. */
  readonly newIn?: ZoneId;
  /** The corner of the note on the board now: somebody may move it meanwhile. */
  place(): BoardPoint;
}

export interface BoardEditor {
  readonly open: Readable<OpenEditor | undefined>;
  /** The note whose text field is open, once it is on the board. */
  note(): NoteId | undefined;
  /** @returns why it was not opened. */
  edit(id: NoteId): NoWriting | 'notOwn' | undefined;
  /** @param text - its first letters. @returns why it was not opened. */
  add(place: ZonePlace, text?: string): NoWriting | undefined;
  /** @returns false when it stays open because letters would be lost. */
  finish(anyway: boolean): boolean;
}

/** @param changed - the note that is open has changed, or the field opened or closed. */
export function createBoardEditor(model: MeetupModel, scene: Scene, changed: () => void): BoardEditor {
  let opened = 0;
  const open = createWritable<OpenEditor | undefined>(undefined);
  const host = {
    actions: {
      addNote: (note: Parameters<MeetupModel['actions']['addNote']>[0]) =>
        scene.own(() => model.actions.addNote(note)),
      typeNote: (id: NoteId, text: string) => scene.own(() => model.actions.typeNote(id, text)),
      endTyping: (id: NoteId) => scene.own(() => model.actions.endTyping(id)),
    },
    noWriting: model.noWriting,
    removed: removedNotes(model.unsent),
    drafts: model.drafts,
  };
  const styleOfCommunity = (id: Parameters<typeof communityOf>[1]): number => {
    const community = communityOf(scene.board().communities, id);
    return community === undefined ? 0 : styleOf(community.number);
  };
  function start(field: Omit<OpenEditor, 'id' | 'place'>, place: () => BoardPoint): void {
    field.editing.state.subscribe(changed);
    opened += 1;
    open.set({ ...field, id: opened, place });
    changed();
  }
  const finish = (anyway: boolean): boolean => {
    const current = open.get();
    if (current === undefined) return true;
    if (!current.editing.finish(anyway)) return false;
    open.set(undefined);
    changed();
    return true;
  };

  return {
    open,
    note: () => open.get()?.editing.state.get().note,
    edit: (id) => {
      const note = scene.note(id);
      if (note === undefined || !finish(false)) return undefined;
      if (!model.mayEdit(note)) return 'notOwn';
      const why = model.noWriting.get();
      if (why !== undefined) return why;
      const editing = startEditing(host, { id, text: note.text });
      const before = scene.resting(id) ?? { x: 0, y: 0 };
      start({ editing, style: styleOfCommunity(note.community) }, () => scene.resting(id) ?? before);
      return undefined;
    },
    add: ({ zone, x, y }, text) => {
      if (!finish(false)) return undefined;
      const why = model.noWriting.get();
      if (why !== undefined) return why;
      const editing = startEditing(host, { zone, at: { x, y }, ...(text === undefined ? {} : { text }) });
      start({ editing, style: styleOfCommunity(model.session.community), newIn: zone }, () => {
        const id = editing.state.get().note;
        const rect = scene.rects().get(zone);
        const planned = { x: x + (rect?.x ?? 0), y: y + (rect?.y ?? 0) };
        return (id === undefined ? undefined : scene.resting(id)) ?? planned;
      });
      return undefined;
    },
    finish,
  };
}

/** The notes among the unsent that lost their place on the board, as a set that changes with them. */
function removedNotes(unsent: MeetupModel['unsent']): Readable<ReadonlySet<NoteId>> {
  return {
    get: () => new Set(unsent.get().flatMap(({ id, reason }) => (reason === 'noteRemoved' ? [id] : []))),
    subscribe: (changed) => unsent.subscribe(changed),
  };
}
