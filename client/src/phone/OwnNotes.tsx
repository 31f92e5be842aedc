/** "Mijn kaartjes": a person's own notes, newest first, with how safe each is. */
import './own-notes.css';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { useMemo, useRef } from 'react';
import { phoneTexts } from '../i18n/phone.ts';
import { phonePartsTexts } from '../i18n/phone-parts.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import type { TypedNote } from '../model/meetup-model.ts';
import { useToast } from '../ui/Toast.tsx';
import { useReadable } from '../use-model.ts';
import { listOwnNotes, type OwnNote } from './own-notes.ts';
import { OwnNoteItem } from './OwnNoteItem.tsx';
import { useSpaces } from './use-spaces.ts';

/** The list, and above it how many are still on their way once the meet-up has closed. */
export function OwnNotes() {
  const model = useMeetup();
  const text = useText(phonePartsTexts).mine;
  const board = useReadable(model.board);
  const unsent = useReadable(model.unsent);
  const { status } = useReadable(model.stage);
  const list = useRef<HTMLUListElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const notes = useMemo(() => listOwnNotes(board, unsent, model.isOwn, model.onDesk), [board, unsent, model]);
  const { remove, move } = useNoteActions();
  const underway = unsent.filter(({ state }) => state !== 'refused').length;

  /** Focus goes to the next note, so that one can go on from there. */
  function removeAndGoOn(note: OwnNote): void {
    const index = notes.indexOf(note);
    const next = notes[index + 1] ?? notes[index - 1];
    remove(note);
    const item = [...(list.current?.children ?? [])].find((each) => each.id === `own-${next?.id}`);
    (item?.querySelector('button') ?? heading.current)?.focus();
  }
  return (
    <section className="own-notes">
      <h2 ref={heading} tabIndex={-1}>
        {text.title}
      </h2>
      {status === 'closed' && underway > 0 && <p className="own-underway">{text.unsent(underway)}</p>}
      {notes.length === 0 ? (
        <p className="own-none">{text.none}</p>
      ) : (
        <ul ref={list}>
          {notes.map((note) => (
            <OwnNoteItem key={note.id} note={note} onRemove={() => removeAndGoOn(note)} onMove={move} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Removing and moving, each with the way back. */
function useNoteActions() {
  const model = useMeetup();
  const { noWriting } = useText(phoneTexts);
  const text = useText(phonePartsTexts).mine;
  const toast = useToast();
  const spaces = useSpaces();

  /** Where it lay, if that means something there. */
  function placeOf({ id, zone }: OwnNote): TypedNote['at'] {
    const hasAxes = model.session.meetup.zones.some((each) => each.id === zone && each.axes !== undefined);
    const there = hasAxes ? model.board.note(id) : undefined;
    return there && { x: there.x, y: there.y };
  }
  function takeBack(note: OwnNote, at: TypedNote['at']): void {
    const why = model.noWriting.get();
    if (why !== undefined) return toast({ message: noWriting[why] });
    model.actions.undo();
    if (!model.board.get().notes.has(note.id)) {
      // Something else was done since, and that stays: the words come back as a new note.
      model.actions.redo();
      model.actions.addNote({ zone: note.zone, text: note.text, ...(at && { at }) });
    }
    toast({ message: text.back });
  }
  return {
    remove: (note: OwnNote): void => {
      const at = placeOf(note);
      model.actions.removeNotes([note.id]);
      model.drafts.clear(note.id);
      toast({ message: text.removed, undo: () => takeBack(note, at) });
    },
    move: (id: NoteId, zone: ZoneId, at: TypedNote['at']): void => {
      const from = model.board.get().notes.get(id);
      if (at === undefined) model.actions.sendToZone(id, zone);
      else model.actions.moveNotes([{ id, zone, ...at }]);
      const title = spaces.find((space) => space.id === zone)?.title ?? '';
      toast({
        message: text.moved(title),
        ...(from === undefined
          ? {}
          : { undo: () => model.actions.moveNotes([{ id, zone: from.zone, x: from.x, y: from.y }]) }),
      });
    },
  };
}
