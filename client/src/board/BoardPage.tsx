/** The board on a laptop or tablet: bar, rail, canvas and list, and for the facilitator the panel. */
import './arranging.css';
import './board.css';
import './print.css';
import { useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import type { MenuAsked } from '../canvas/board-options.ts';
import { createBoardControl } from '../canvas/board-control.ts';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { boardPageTexts } from '../i18n/board-page.ts';
import { useText } from '../i18n/use-text.ts';
import { LeadProvider } from '../lead/lead-context.tsx';
import { lazyPart } from '../lazy-part.tsx';
import { ConnectionBar } from '../meetup/ConnectionBar.tsx';
import { useMeetup } from '../meetup/context.ts';
import { currentRound } from '../meetup/rounds.ts';
import { TurnNotice } from '../meetup/TurnNotice.tsx';
import { Outline } from '../outline/Outline.tsx';
import { createNoteFilter } from '../model/note-filter.ts';
import { createWritable } from '../model/readable.ts';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { useReadable } from '../use-model.ts';
import { BoardSearch } from './BoardSearch.tsx';
import { BoardTools } from './BoardTools.tsx';
import { BoardRail, type BoardViewName } from './BoardRail.tsx';
import { CanvasPlace } from './CanvasPlace.tsx';
import { focusGroupName } from './group-name-field.ts';
import { LookAlong } from './LookAlong.tsx';
import { useNoteActions } from './note-actions.ts';
import { NoteActionsProvider } from './NoteActionsProvider.tsx';
import { ParticipantBar, RoundQuestion } from './ParticipantBar.tsx';
import { StatusLine } from './StatusLine.tsx';
import { useShortcuts } from './use-shortcuts.ts';

// For whoever leads; nobody else waits for these.
const SessionBar = lazyPart(
  () => import('../lead/SessionBar.tsx').then((part) => part.SessionBar),
  <div className="board-top-place" />,
);
const ClosedBar = lazyPart(() => import('../lead/CloseMeetup.tsx').then((part) => part.ClosedBar));
const ThumbBar = lazyPart(() => import('../lead/ThumbBar.tsx').then((part) => part.ThumbBar));
const LeadPanel = lazyPart(() => import('../lead/LeadPanel.tsx').then((part) => part.LeadPanel), <aside />);
const CompareOnBoard = lazyPart(() =>
  import('../compare/CompareOnBoard.tsx').then((part) => part.CompareOnBoard),
);
/** With the rounds that ask for dots or ratings. */
const MarkBar = lazyPart(() => import('./MarkBar.tsx').then((part) => part.MarkBar));
const TimeAnnouncer = lazyPart(() =>
  import('../meetup/TimeAnnouncer.tsx').then((part) => part.TimeAnnouncer),
);
/** With tables. */
const TableLine = lazyPart(() => import('./TableLine.tsx').then((part) => part.TableLine));
/** With scales. */
const ScaleKeys = lazyPart(() => import('./ScaleKeys.tsx').then((part) => part.ScaleKeys));
const PickBar = lazyPart(() => import('./PickBar.tsx').then((part) => part.PickBar));
// Brought along before it is needed: the line may be gone by then.
PickBar.preload();
const KeysDialog = lazyPart(() => import('./KeysDialog.tsx').then((part) => part.KeysDialog));

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

function toggleFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  // Some browsers have no full screen; the board is there all the same.
  done.catch(() => undefined);
}

/** The page of facilitators, and of participants on anything larger than a phone. */
export default function BoardPage() {
  return (
    <LeadProvider>
      <NoteActionsProvider>
        <Board />
      </NoteActionsProvider>
    </LeadProvider>
  );
}

function Board() {
  const model = useMeetup();
  const text = useText(boardPageTexts);
  const leads = model.session.role === 'facilitator';
  const wide = useSyncExternalStore(watchWide, isWide);
  const [panel, setPanel] = useState<boolean | undefined>(undefined);
  const [view, setView] = useState<BoardViewName>('board');
  const [drawable, setDrawable] = useState(true);
  const [focused, setFocused] = useState<NoteId | undefined>(undefined);
  const [control] = useState(createBoardControl);
  const [selection] = useState(() => createWritable<ReadonlySet<NoteId>>(new Set()));
  const [filter] = useState(() => createNoteFilter(model));
  const [keys, setKeys] = useState(false);
  const [searching, setSearching] = useState(false);
  const [menu, setMenu] = useState<MenuAsked | undefined>(undefined);
  const actions = useNoteActions();
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page);
  const isPicking = useReadable(actions.picking) !== undefined;
  const marks = useReadable(model.marking) !== undefined;
  const stage = useReadable(model.stage);
  const { status } = stage;
  const looksBack = currentRound(model.session.meetup, stage)?.round.compare !== undefined;
  const roster = useReadable(model.roster);
  const { participant } = model.session;
  const table = participant === null || status === 'closed' ? undefined : roster.get(participant)?.table;
  const panelOpen = leads && (panel ?? wide);
  const shown: BoardViewName = drawable ? view : 'list';
  /** The focus goes along: what it was on lies behind now. */
  function switchView(): void {
    flushSync(() => setView(view === 'board' ? 'list' : 'board'));
    if (document.activeElement?.closest('.board-main') === null) return;
    const list = page.current?.querySelector('.outline-list');
    const row = list?.querySelector<HTMLElement>('[data-outline-note][tabindex="0"]');
    const canvas = page.current?.querySelector<HTMLElement>('.board-canvas');
    (view === 'list' ? canvas : (row ?? list?.querySelector('h3')))?.focus();
  }
  function search(): void {
    setSearching(true);
    const place = shown === 'board' ? '.board-search' : '.board-outline';
    page.current?.querySelector<HTMLElement>(`${place} [data-search]`)?.focus();
  }
  /** The notes a key is meant for: those that are selected, else the one in focus. */
  function chosen(): readonly NoteId[] {
    const selected = [...selection.get()];
    if (selected.length > 0) return selected;
    return focused === undefined ? [] : [focused];
  }
  function act(on: (first: NoteId) => void): void {
    const [first] = chosen();
    if (first !== undefined) on(first);
  }
  /** Without a note the tool is taken up: then every note that is pressed gets one. */
  function dot(by: 1 | -1): void {
    const hand = actions.dots.get();
    const [first] = chosen();
    if (first !== undefined) hand?.dot(first, by);
    else if (hand !== undefined) control.setTool('dot');
  }
  function goTo(zone: ZoneId): void {
    if (shown === 'board') control.lookAt(zone);
    else page.current?.querySelector<HTMLElement>(`[data-list-zone="${zone}"] h3`)?.focus();
  }
  function closePanel(): void {
    page.current?.querySelector<HTMLElement>('.session-panel')?.focus();
    setPanel(false);
  }
  useShortcuts({
    view: switchView,
    panel: () => setPanel(!panelOpen),
    keys: () => setKeys(true),
    fullScreen: toggleFullScreen,
    search,
    move: () => act(() => actions.move(chosen())),
    copy: () => act((first) => actions.copy(first)),
    link: () => actions.startLink(chosen()[0]),
    giveDot: () => dot(1),
    takeDot: () => dot(-1),
    group: () => focusGroupName() || actions.startGroup(chosen()),
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
        {marks && <MarkBar />}
        <TurnNotice />
        {table !== undefined && <TableLine table={table} onZone={control.standIn} onLook={goTo} />}
      </header>
      <BoardRail
        view={shown}
        onView={setView}
        onKeys={() => setKeys(true)}
        onSearch={search}
        control={control}
        drawable={drawable}
        chosen={chosen}
      />
      <main className="board-main" aria-label={text.board} data-status={status}>
        {drawable && (
          <CanvasPlace
            control={control}
            hidden={shown === 'list'}
            focused={focused}
            onFocused={setFocused}
            selection={selection}
            found={filter.matches}
            onMenu={setMenu}
            onFailed={() => setDrawable(false)}
          />
        )}
        {shown === 'board' && <LookAlong control={control} />}
        {shown === 'board' && (
          <BoardTools control={control} selection={selection} menu={menu} onMenu={setMenu} />
        )}
        {shown === 'board' && searching && (
          <BoardSearch filter={filter} from={focused} control={control} onClose={() => setSearching(false)} />
        )}
        {isPicking && <PickBar />}
        {looksBack && <CompareOnBoard />}
        {!drawable && <p className="board-no-canvas">{text.noCanvas}</p>}
        {/* Always in the page: what the canvas shows can be read and reached here. */}
        <div className="board-outline" data-behind={shown === 'board' || undefined}>
          <Outline filter={filter} focusedNote={focused} onFocusNote={setFocused} />
        </div>
      </main>
      {leads && !wide && !panelOpen && <ThumbBar onPanel={() => setPanel(true)} />}
      {panelOpen && <LeadPanel sheet={!wide} onClose={closePanel} />}
      <TimeAnnouncer />
      {model.session.meetup.zones.some(({ axes }) => axes !== undefined) && <ScaleKeys chosen={chosen} />}
      <KeysDialog open={keys} onClose={() => setKeys(false)} />
    </div>
  );
}
