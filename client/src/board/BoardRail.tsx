/** The tools down the left side; on a small screen a bar along the bottom. */
import {
  CircleHelp,
  Group,
  LayoutGrid,
  List,
  Maximize,
  Minus,
  MousePointer2,
  Move,
  Plus,
  Redo2,
  Search,
  Spline,
  StickyNote,
  Undo2,
} from 'lucide-react';
import type { NoteId } from '@ruimte/shared/ids';
import { useEffect } from 'react';
import type { BoardControl } from '../canvas/board-control.ts';
import { arrangingTexts } from '../i18n/arranging.ts';
import { boardPageTexts } from '../i18n/board-page.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { IconButton } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { useNoteActions } from './note-actions.ts';

/** Which of the two is in front. */
export type BoardViewName = 'board' | 'list';

interface BoardRailProps {
  readonly view: BoardViewName;
  readonly onView: (view: BoardViewName) => void;
  readonly onKeys: () => void;
  readonly onSearch: () => void;
  readonly control: BoardControl;
  /** The notes that are selected or in focus. */
  readonly chosen: () => readonly NoteId[];
  /** False where the canvas cannot be drawn: then there is only the list. */
  readonly drawable: boolean;
}

/** New note, undo and redo; board or list; zoom. */
export function BoardRail(props: BoardRailProps) {
  const { view, onView, onKeys, onSearch, control, drawable, chosen } = props;
  const model = useMeetup();
  const text = useText(boardPageTexts);
  const undoable = useReadable(model.undoable);
  const noWriting = useReadable(model.noWriting);
  const arranging = useText(arrangingTexts).actions;
  const actions = useNoteActions();
  const picking = useReadable(actions.picking);
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
      {onBoard && <ToolButtons control={control} />}
      {onBoard && (
        <IconButton label={text.note} disabled={noWriting !== undefined} onClick={() => control.addNote()}>
          <StickyNote size={20} aria-hidden="true" />
        </IconButton>
      )}
      <IconButton
        label={arranging.link}
        pressed={picking?.kind === 'link'}
        disabled={noWriting !== undefined}
        onClick={() => (picking?.kind === 'link' ? actions.stopPicking() : actions.startLink(chosen()[0]))}
      >
        <Spline size={20} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={arranging.group}
        pressed={picking?.kind === 'group'}
        disabled={noWriting !== undefined}
        onClick={() => (picking?.kind === 'group' ? actions.stopPicking() : actions.startGroup(chosen()))}
      >
        <Group size={20} aria-hidden="true" />
      </IconButton>
      <hr />
      <IconButton label={text.undo} disabled={!undoable.undo} onClick={() => model.actions.undo()}>
        <Undo2 size={20} aria-hidden="true" />
      </IconButton>
      <IconButton label={text.redo} disabled={!undoable.redo} onClick={() => model.actions.redo()}>
        <Redo2 size={20} aria-hidden="true" />
      </IconButton>
      <IconButton label={text.search} onClick={onSearch}>
        <Search size={20} aria-hidden="true" />
      </IconButton>
      <span className="board-rail-space" />
      <span className="board-rail-keys">
        <IconButton label={text.keys} onClick={onKeys}>
          <CircleHelp size={20} aria-hidden="true" />
        </IconButton>
      </span>
      {onBoard && <ZoomButtons control={control} />}
    </nav>
  );
}

function ToolButtons({ control }: { readonly control: BoardControl }) {
  const text = useText(boardPageTexts);
  const tool = useReadable(control.tool);
  const hand = useReadable(useNoteActions().dots);
  const idle = tool === 'dot' && hand === undefined;
  useEffect(() => {
    // The round that asked for dots is over.
    if (idle) control.setTool('select');
  }, [idle, control]);
  return (
    <div className="board-tools" role="group" aria-label={text.hand}>
      <IconButton label={text.select} pressed={tool === 'select'} onClick={() => control.setTool('select')}>
        <MousePointer2 size={20} aria-hidden="true" />
      </IconButton>
      <IconButton label={text.pan} pressed={tool === 'pan'} onClick={() => control.setTool('pan')}>
        <Move size={20} aria-hidden="true" />
      </IconButton>
      {hand !== undefined && (
        <IconButton label={hand.tool} pressed={tool === 'dot'} onClick={() => control.setTool('dot')}>
          <i className="dot-icon" />
        </IconButton>
      )}
    </div>
  );
}

function ZoomButtons({ control }: { readonly control: BoardControl }) {
  const text = useText(boardPageTexts);
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
