/** The board on a laptop or tablet: bar, rail, canvas and list, and for the facilitator the panel. */
import './board.css';
import './print.css';
import { useRef, useState, useSyncExternalStore } from 'react';
import { createBoardControl } from '../canvas/board-control.ts';
import type { NoteId } from '@ruimte/shared/ids';
import { boardTexts } from '../i18n/board.ts';
import { useText } from '../i18n/use-text.ts';
import { LeadProvider } from '../lead/lead-context.tsx';
import { ClosedBar } from '../lead/CloseMeetup.tsx';
import { LeadPanel } from '../lead/LeadPanel.tsx';
import { SessionBar } from '../lead/SessionBar.tsx';
import { ConnectionBar } from '../meetup/ConnectionBar.tsx';
import { useMeetup } from '../meetup/context.ts';
import { TimeAnnouncer } from '../meetup/TimeAnnouncer.tsx';
import { TurnNotice } from '../meetup/TurnNotice.tsx';
import { Outline } from '../outline/Outline.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { useReadable } from '../use-model.ts';
import { BoardRail, type BoardViewName } from './BoardRail.tsx';
import { CanvasPlace } from './CanvasPlace.tsx';
import { LookAlong } from './LookAlong.tsx';
import { ParticipantBar, RoundQuestion } from './ParticipantBar.tsx';
import { StatusLine } from './StatusLine.tsx';
import { useShortcuts } from './use-shortcuts.ts';

/** From here on the panel stands beside the board; below it lies over it as a sheet. */
const WIDE = '(min-width: 1024px)';

function isWide(): boolean {
  return matchMedia(WIDE).matches;
}

function watchWide(changed: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** The page of facilitators, and of participants on anything larger than a phone. */
export default function BoardPage() {
  return (
    <LeadProvider>
      <Board />
    </LeadProvider>
  );
}

function Board() {
  const model = useMeetup();
  const text = useText(boardTexts);
  const leads = model.session.role === 'facilitator';
  const wide = useSyncExternalStore(watchWide, isWide);
  const [panel, setPanel] = useState<boolean | undefined>(undefined);
  const [view, setView] = useState<BoardViewName>('board');
  const [drawable, setDrawable] = useState(true);
  const [focused, setFocused] = useState<NoteId | undefined>(undefined);
  /** The note whose menu of spaces is open. It stands in the list, also when the key was pressed on the canvas. */
  const [moving, setMoving] = useState<NoteId | undefined>(undefined);
  const [control] = useState(createBoardControl);
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page);
  const { status } = useReadable(model.stage);
  const panelOpen = leads && (panel ?? wide);
  const shown: BoardViewName = drawable ? view : 'list';
  function closePanel(): void {
    page.current?.querySelector<HTMLElement>('.session-panel')?.focus();
    setPanel(false);
  }
  useShortcuts({
    view: () => setView(view === 'board' ? 'list' : 'board'),
    panel: () => setPanel(!panelOpen),
    move: () => setMoving(focused),
  });
  return (
    <div ref={page} className="board-page" data-panel={panelOpen || undefined}>
      <header className="board-top">
        {leads ? (
          <SessionBar panelOpen={panelOpen} onPanel={() => setPanel(!panelOpen)} />
        ) : (
          <ParticipantBar />
        )}
        <ConnectionBar />
        {leads && <ClosedBar />}
        <StatusLine />
        {!leads && <RoundQuestion />}
        <TurnNotice />
      </header>
      <BoardRail view={shown} onView={setView} control={control} drawable={drawable} />
      <main className="board-main" aria-label={text.board} data-status={status}>
        {drawable && (
          <CanvasPlace
            control={control}
            hidden={shown === 'list'}
            focused={focused}
            onFocused={setFocused}
            onFailed={() => setDrawable(false)}
          />
        )}
        {shown === 'board' && <LookAlong control={control} />}
        {!drawable && <p className="board-no-canvas">{text.noCanvas}</p>}
        {/* Always in the page: what the canvas shows can be read and reached here. */}
        <div className="board-outline" data-behind={shown === 'board' || undefined}>
          <Outline
            focusedNote={focused}
            onFocusNote={setFocused}
            movingNote={moving}
            onMoveNote={setMoving}
          />
        </div>
      </main>
      {panelOpen && <LeadPanel sheet={!wide} onClose={closePanel} />}
      <TimeAnnouncer />
    </div>
  );
}
