/** What can be done with what somebody points at, in the order toolbar and menu show it. */
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import type { BoardControl } from '../canvas/board-control.ts';
import type { MeetupModel } from '../model/meetup-model.ts';
import type { DotHand } from './dot-hand.ts';
import type { NoteAction, NoteActions } from './note-actions.ts';
import type { Answers } from './use-answers.ts';

type ActionName = keyof Answers['text']['actions'];
/** `giveDot` and `takeDot` only while a round asks for dots. */
export type CommandName = ActionName | 'giveDot' | 'takeDot';

/** One thing that can be done. */
export interface NoteCommand {
  readonly name: CommandName;
  readonly label: string;
  /** The key that does the same, as it stands on the keyboard. */
  readonly key?: string;
  /** Why not now, as a sentence. */
  readonly why: string | undefined;
  readonly run: () => void;
}

interface Parts {
  readonly model: MeetupModel;
  readonly actions: NoteActions;
  readonly control: BoardControl;
  readonly answers: Answers;
}

type Unnamed = Omit<NoteCommand, 'name' | 'label'> & { readonly name: ActionName };

/** Gives commands their names in the language of the page. */
function label(commands: readonly (Unnamed | undefined)[], { text }: Answers): readonly NoteCommand[] {
  return commands.flatMap((command) =>
    command === undefined ? [] : { ...command, label: text.actions[command.name] },
  );
}

/** What can be done with notes; more than one only together. */
export function commandsOfNotes(
  { model, actions, control, answers }: Parts,
  ids: readonly NoteId[],
): readonly NoteCommand[] {
  const notes = ids.flatMap((id) => model.board.note(id) ?? []);
  const [only] = notes.length === 1 ? notes : [];
  const why = (action: NoteAction): string | undefined => actions.whyNot(action, notes);
  const held = only === undefined ? undefined : actions.arranging.groupOf(only.id);
  const hand = only === undefined ? undefined : actions.dots.get();
  const commands: (Unnamed | undefined)[] = [
    only && { name: 'edit', key: 'Enter', why: why('edit'), run: () => control.editNote(only.id) },
    { name: 'move', key: 'M', why: why('move'), run: () => actions.move(ids) },
    only && { name: 'link', key: 'K', why: why('link'), run: () => actions.startLink(only.id) },
    { name: 'group', key: 'G', why: why('group'), run: () => actions.startGroup(ids) },
    only && { name: 'copy', key: 'C', why: why('copy'), run: () => actions.copy(only.id) },
    held && { name: 'leave', why: why('group'), run: () => actions.leave(ids) },
    held && { name: 'rename', why: why('group'), run: () => actions.rename(held.group.id) },
    held && { name: 'sendGroup', why: why('move'), run: () => actions.moveGroup(held.group.id) },
    held && { name: 'dissolve', why: why('group'), run: () => actions.dissolve(held.group.id) },
    { name: 'remove', key: 'Delete', why: why('remove'), run: () => actions.remove(ids) },
  ];
  const named = label(commands, answers);
  return only === undefined || hand === undefined ? named : [...dotCommands(hand, only.id), ...named];
}

function dotCommands(hand: DotHand, id: NoteId): readonly NoteCommand[] {
  const command = (name: 'giveDot' | 'takeDot', by: 1 | -1): NoteCommand => ({
    name,
    label: by === 1 ? hand.give : hand.take,
    key: by === 1 ? 'S' : 'Shift S',
    why: hand.whyNot(id, by),
    run: () => hand.dot(id, by),
  });
  return [command('giveDot', 1), command('takeDot', -1)];
}

/** What can be done in a zone, on no note in particular. */
export function commandsOfZone(
  { model, actions, control, answers }: Parts,
  zone: ZoneId,
): readonly NoteCommand[] {
  const reason = model.noWriting.get();
  const why = reason === undefined ? undefined : answers.why(reason);
  const commands: readonly Unnamed[] = [
    { name: 'add', key: 'N', why, run: () => control.addNote(zone) },
    { name: 'tidy', why, run: () => actions.tidy(zone) },
    { name: 'lookAt', why: undefined, run: () => control.lookAt(zone) },
  ];
  return label(commands, answers);
}
