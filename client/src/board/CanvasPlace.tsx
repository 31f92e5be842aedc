/** Where the canvas lies: loaded when it is needed, with the words and answers of the page; without it the list is there. */
import type { NoteId } from '@ruimte/shared/ids';
import { Component, type ReactNode } from 'react';
import { lazyPart } from '../lazy-part.tsx';
import type { MenuAsked } from '../canvas/board-options.ts';
import type { ConnectedControl } from '../canvas/board-control.ts';
import { useLocale } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import type { Readable, Writable } from '../model/readable.ts';
import { useReadable } from '../use-model.ts';
import { useNoteActions } from './note-actions.ts';
import { singleKeys } from './single-keys.ts';
import { useAnswers } from './use-answers.ts';
import { useBoardLabels } from './use-board-labels.ts';

const BoardCanvas = lazyPart(() => import('../canvas/BoardCanvas.tsx').then((part) => part.BoardCanvas));
// Half of the page by weight: it comes while the board is still being opened.
BoardCanvas.preload();

interface CanvasPlaceProps {
  readonly control: ConnectedControl;
  /** The list is in front: the canvas stays, but takes neither pointer nor focus. */
  readonly hidden: boolean;
  readonly focused: NoteId | undefined;
  readonly onFocused: (id: NoteId | undefined) => void;
  readonly selection: Writable<ReadonlySet<NoteId>>;
  /** What search and filter found. */
  readonly found: Readable<ReadonlySet<NoteId> | undefined>;
  readonly onMenu: (asked: MenuAsked) => void;
  /** Drawing is not possible here. */
  readonly onFailed: () => void;
}

/** The canvas of the board page. */
export function CanvasPlace(props: CanvasPlaceProps) {
  const { control, hidden, focused, onFocused, selection, found, onMenu, onFailed } = props;
  const actions = useNoteActions();
  const model = useMeetup();
  const locale = useLocale();
  const labels = useBoardLabels();
  const answers = useAnswers();
  const keys = useReadable(singleKeys);
  return (
    <div className="board-canvas-place" inert={hidden}>
      <CanvasBoundary onFailed={onFailed}>
        <BoardCanvas
          model={model}
          theme="light"
          locale={locale}
          labels={labels}
          interactive
          control={control}
          singleKeys={keys}
          focusedNote={focused}
          onFocusNote={onFocused}
          selection={selection}
          highlighted={found}
          picking={actions.picked}
          onPlace={actions.send}
          onPick={actions.pick}
          onDot={(id) => actions.dots.get()?.dot(id, 1)}
          onMenu={onMenu}
          onPaste={actions.paste}
          onRefused={(reason) => answers.tell(answers.why(reason))}
          onRemove={actions.remove}
        />
      </CanvasBoundary>
    </div>
  );
}

/** A canvas that fails to load or to draw leaves the page as it is, with the list in its place. */
export class CanvasBoundary extends Component<
  { readonly children: ReactNode; readonly onFailed: () => void },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch() {
    this.props.onFailed();
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
