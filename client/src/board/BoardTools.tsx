/** Over the canvas: the toolbar at what is selected, and the menu at what was pointed at. */
import type { NoteId } from '@ruimte/shared/ids';
import type { MenuAsked } from '../canvas/board-options.ts';
import type { BoardControl } from '../canvas/board-control.ts';
import { useMeetup } from '../meetup/context.ts';
import type { Readable } from '../model/readable.ts';
import { lazyPart } from '../lazy-part.tsx';
import { useReadable } from '../use-model.ts';
import { useNoteActions } from './note-actions.ts';
import { commandsOfNotes, commandsOfZone } from './note-commands.ts';
import { useAnswers } from './use-answers.ts';

/** Chunks of their own: a board is there without them. */
const NoteToolbar = lazyPart(() => import('./NoteToolbar.tsx').then((part) => part.NoteToolbar));
const NoteMenu = lazyPart(() => import('./NoteMenu.tsx').then((part) => part.NoteMenu));
// Brought along before they are needed: the line may be gone by then.
NoteToolbar.preload();
NoteMenu.preload();

interface BoardToolsProps {
  readonly control: BoardControl;
  readonly selection: Readable<ReadonlySet<NoteId>>;
  readonly menu: MenuAsked | undefined;
  readonly onMenu: (request: MenuAsked | undefined) => void;
}

/** Nothing while nothing is selected or pointed at. */
export function BoardTools({ control, selection, menu, onMenu }: BoardToolsProps) {
  const model = useMeetup();
  const actions = useNoteActions();
  const answers = useAnswers();
  const selected = useReadable(selection);
  const box = useReadable(control.selectionBox);
  const picking = useReadable(actions.picking);
  // What can be done changes with the board and with who may write.
  useReadable(model.board);
  useReadable(model.noWriting);
  useReadable(actions.dots);
  useReadable(model.ownMarks);
  const parts = { model, actions, control, answers };
  const notes = [...selected];

  /** The selection when the menu was asked for on one of its notes, else that note alone. */
  function commandsAt({ note, zone }: MenuAsked) {
    if (note !== undefined) return commandsOfNotes(parts, selected.has(note) ? notes : [note]);
    return zone === undefined ? [] : commandsOfZone(parts, zone);
  }
  const commands = menu === undefined ? [] : commandsAt(menu);
  return (
    <>
      {box !== undefined && notes.length > 0 && picking === undefined && menu === undefined && (
        <NoteToolbar
          box={box}
          notes={notes.length}
          commands={commandsOfNotes(parts, notes)}
          onMore={(at) => onMenu({ note: notes[0], zone: undefined, at })}
        />
      )}
      {menu !== undefined && commands.length > 0 && (
        <NoteMenu
          commands={commands}
          at={menu.at}
          onClose={(back) => {
            onMenu(undefined);
            if (back) document.querySelector<HTMLElement>('.board-canvas')?.focus({ preventScroll: true });
          }}
        />
      )}
    </>
  );
}
