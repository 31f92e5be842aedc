/** The tools down the left side; on a small screen a bar along the bottom. */
import { CircleHelp, LayoutGrid, List, Maximize, Minus, Plus, Redo2, StickyNote, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { BoardControl } from '../canvas/board-control.ts';
import { boardTexts } from '../i18n/board.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { IconButton } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { KeysDialog } from './KeysDialog.tsx';

/** Which of the two is in front. */
export type BoardViewName = 'board' | 'list';

interface BoardRailProps {
  readonly view: BoardViewName;
  readonly onView: (view: BoardViewName) => void;
  readonly control: BoardControl;
  /** False where the canvas cannot be drawn: then there is only the list. */
  readonly drawable: boolean;
}

/** New note, undo and redo; board or list; zoom. */
export function BoardRail({ view, onView, control, drawable }: BoardRailProps) {
  const model = useMeetup();
  const text = useText(boardTexts);
  const undoable = useReadable(model.undoable);
  const noWriting = useReadable(model.noWriting);
  const [keys, setKeys] = useState(false);
  const onBoard = view === 'board';
  return (
    <nav className="board-rail" aria-label={text.tools}>
      {drawable && (
        <div className="board-views" role="group" aria-label={text.view}>
          <IconButton label={text.board} pressed={onBoard} onClick={() => onView('board')}>
            <LayoutGrid size={20} aria-hidden="true" />
          </IconButton>
          <IconButton label={text.list} pressed={!onBoard} onClick={() => onView('list')}>
            <List size={20} aria-hidden="true" />
          </IconButton>
        </div>
      )}
      <hr />
      {onBoard && (
        <IconButton label={text.note} disabled={noWriting !== undefined} onClick={() => control.addNote()}>
          <StickyNote size={20} aria-hidden="true" />
        </IconButton>
      )}
      <IconButton label={text.undo} disabled={!undoable.undo} onClick={() => model.actions.undo()}>
        <Undo2 size={20} aria-hidden="true" />
      </IconButton>
      <IconButton label={text.redo} disabled={!undoable.redo} onClick={() => model.actions.redo()}>
        <Redo2 size={20} aria-hidden="true" />
      </IconButton>
      <span className="board-rail-space" />
      <span className="board-rail-keys">
        <IconButton label={text.keys} onClick={() => setKeys(true)}>
          <CircleHelp size={20} aria-hidden="true" />
        </IconButton>
      </span>
      {onBoard && <ZoomButtons control={control} />}
      <KeysDialog open={keys} onClose={() => setKeys(false)} />
    </nav>
  );
}

function ZoomButtons({ control }: { readonly control: BoardControl }) {
  const text = useText(boardTexts);
  const zoom = useReadable(control.zoom);
  return (
    <>
      <hr />
      <IconButton label={text.zoomIn} onClick={() => control.zoomIn()}>
        <Plus size={20} aria-hidden="true" />
      </IconButton>
      <span className="board-zoom num">{Math.round(zoom * 100)}%</span>
      <IconButton label={text.zoomOut} onClick={() => control.zoomOut()}>
        <Minus size={20} aria-hidden="true" />
      </IconButton>
      <IconButton label={text.fit} onClick={() => control.fit()}>
        <Maximize size={20} aria-hidden="true" />
      </IconButton>
    </>
  );
}
