/**
 * Typing in a note: from the first letter the note is on the board, and what is typed is never thrown away
 * because the board was locked meanwhile. The text field itself belongs to the view.
 */
import type { NoWriting } from '@ruimte/shared/facilitation/engine';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { LIMITS } from '@ruimte/shared/limits';
import { cleanText, countGraphemes, cutGraphemes, fitsNote } from '@ruimte/shared/text';
import type { Drafts } from '../drafts.ts';
import type { MeetupActions } from '../meetup-model.ts';
import { createWritable, type Readable } from '../readable.ts';

/** A note that is there, or the place where one will be. */
export type EditingTarget =
  | { readonly id: NoteId; readonly text: string }
  | {
      readonly zone: ZoneId;
      readonly at: { readonly x: number; readonly y: number };
      /** Its first letters; they are laid at once. */
      readonly text?: string;
    };

export interface EditingState {
  readonly text: string;
  /** Undefined until the first letter that is not blank. */
  readonly note: NoteId | undefined;
  /** Characters left; below zero when the text is too long. */
  readonly left: number;
  /** Why the last letters are not on the board; `removed`: somebody took the note away, the letters are unsent words. */
  readonly problem: NoWriting | 'tooLong' | 'removed' | undefined;
}

export interface EditingHost {
  readonly actions: Pick<MeetupActions, 'addNote' | 'typeNote' | 'endTyping'>;
  readonly noWriting: Readable<NoWriting | undefined>;
  /** Notes whose words were kept when somebody else removed them. */
  readonly removed: Readable<ReadonlySet<NoteId>>;
  /** Keeps what could not be laid on the board, until it can. */
  readonly drafts: Drafts;
}

export interface Editing {
  readonly state: Readable<EditingState>;
  /** The text of the field after a change; not while an input method is composing. */
  input(text: string): void;
  /**
   * Enter, Escape, or leaving the field: what was typed stays. A note left blank is removed.
   * @param anyway - ends also when letters could not be laid on the board.
   * @returns false when it goes on, because letters would be lost.
   */
  finish(anyway: boolean): boolean;
}

/** Starts typing in a note, or on the place of a new one. */
export function startEditing(host: EditingHost, target: EditingTarget): Editing {
  let note = 'id' in target ? target.id : undefined;
  /** What the board has. */
  let laid = 'id' in target ? target.text : '';
  const begun = 'zone' in target ? (target.text ?? '') : '';
  let text = (host.drafts.get(note ?? 'new')?.text ?? laid) + begun;
  let ended = false;
  const leftOf = (value: string): number => LIMITS.textGraphemes - countGraphemes(value.trim());
  const state = createWritable<EditingState>({ text, note, left: leftOf(text), problem: undefined });

  const isRemoved = (): boolean => note !== undefined && host.removed.get().has(note);
  const tell = (wanted: EditingState['problem']): boolean => {
    const problem = wanted ?? (isRemoved() ? 'removed' : undefined);
    // What was typed into a note that has gone is kept with the unsent words, not as a draft.
    if (problem === undefined || problem === 'removed') host.drafts.clear(note ?? 'new');
    else host.drafts.set(note ?? 'new', 'zone' in target ? { text, zone: target.zone } : { text });
    state.set({ text, note, left: leftOf(text), problem });
    return problem === undefined || problem === 'removed';
  };

  /** Writes the text to the board. @returns false when it could not, with the reason in the state. */
  function lay(wanted: string): boolean {
    if (wanted === laid) return tell(undefined);
    const why = host.noWriting.get();
    if (why !== undefined && !isRemoved()) return tell(why);
    if (!fitsNote(wanted)) return tell('tooLong');
    if (note === undefined) {
      if (wanted.trim() === '' || !('zone' in target)) return tell(undefined);
      const answer = host.actions.addNote({ zone: target.zone, text: wanted, at: target.at });
      if (!answer.ok) return tell(answer.reason === 'empty' ? undefined : answer.reason);
      host.drafts.clear('new');
      note = answer.id;
    } else {
      host.actions.typeNote(note, wanted);
    }
    laid = wanted;
    return tell(undefined);
  }

  // Unlocked while somebody was typing: what waited in the field goes to the board at once.
  const unwatchWriting = host.noWriting.subscribe(() => {
    lay(cleanText(text));
  });
  const unwatchRemoved = host.removed.subscribe(() => {
    if (isRemoved() || state.get().problem === 'removed') tell(undefined);
  });

  // A draft that was left behind by a lock or a closed lid, or the letter that opened the field.
  if (text !== laid) lay(cleanText(text));

  return {
    state,
    input: (value) => {
      if (ended) return;
      text = value;
      lay(cleanText(text));
    },
    finish: (anyway) => {
      if (ended) return true;
      let wanted = cleanText(text).trim();
      if (anyway && !fitsNote(wanted)) wanted = cutGraphemes(wanted, LIMITS.textGraphemes);
      if (!lay(wanted) && !anyway) return false;
      // A note left blank is removed by this; undo brings it back.
      if (note !== undefined) host.actions.endTyping(note);
      ended = true;
      unwatchWriting();
      unwatchRemoved();
      return true;
    },
  };
}
