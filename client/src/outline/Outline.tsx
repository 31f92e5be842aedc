/** The board as a list in the page: everything the canvas shows and does, by keyboard and by screen reader. */
import './outline.css';
import { Plus } from 'lucide-react';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNoteActions } from '../board/note-actions.ts';
import { singleKeys } from '../board/single-keys.ts';
import { outlineTexts } from '../i18n/outline.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { lazyPart } from '../lazy-part.tsx';
import { useMeetup } from '../meetup/context.ts';
import { useRoundParts } from '../meetup/use-round-parts.ts';
import type { NoteFilter } from '../model/note-filter.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { type ListCommand, listCommandOf } from './list-keys.ts';
import { headingOf, type PlaceInList, placeInList, rowOf } from './list-place.ts';
import { besideZone, end, rowsOf, type Target, walk, zoneNumber } from './list-rows.ts';
import { OutlineIndex } from './OutlineIndex.tsx';
import { type Opened, useRowHandlers } from './row-handlers.ts';
import { OutlineZone } from './OutlineZone.tsx';
import { SearchBar } from './SearchBar.tsx';
import { CHUNK_ROWS } from './list-chunks.ts';
import type { ListParts } from './OutlineRows.tsx';
import { useListFilling } from './use-list-filling.ts';
import { useParts } from './use-parts.ts';
import { useRoomAbove } from './use-room-above.ts';
import { useKeptRow } from './use-kept-row.ts';
import { useListView } from './use-list-view.ts';

/** Comes after the list: nobody waits for it. */
const Beside = lazyPart(
  () => import('./Beside.tsx').then((part) => part.Beside),
  <aside className="outline-beside" />,
);

/** What rounds say of notes; nobody waits for it, and most boards have none of it. */
const NoteMarks = lazyPart(() => import('./NoteMarks.tsx').then((part) => part.NoteMarks));
const NO_WORDS: ListParts['words'] = new Map();

interface OutlineProps {
  readonly filter: NoteFilter;
  /** The note that has the focus, here or on the canvas. */
  readonly focusedNote?: NoteId | undefined;
  readonly onFocusNote: (id: NoteId) => void;
}

interface Place {
  readonly note: NoteId | undefined;
  readonly zone: ZoneId | undefined;
}

/** All spaces with their notes. One stop on the way with Tab, walked with the arrows. */
export function Outline({ filter, focusedNote, onFocusNote }: OutlineProps) {
  const model = useMeetup();
  const actions = useNoteActions();
  const text = useText(outlineTexts);
  const say = useLocalized();
  const announce = useAnnounce();
  const board = useListView(model);
  const matches = useReadable(filter.matches);
  const rows = useMemo(() => rowsOf(board, matches), [board, matches]);
  const shown = useMemo(() => new Set(rows.notes), [rows]);
  const list = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  useRoomAbove(bar);
  const [at, setAt] = useState<Place>({ note: undefined, zone: undefined });
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const [adding, setAdding] = useState(() => model.drafts.get('new')?.zone);
  const picking = useReadable(actions.picking);
  /** The note the focus is going to, when its row was not in the page. */
  const [wanted, setWanted] = useState<NoteId | undefined>(undefined);
  useKeptRow(list, model, rows, focusRow, () => announce(text.gone));

  const current = [focusedNote, at.note].find((id) => id !== undefined && shown.has(id)) ?? rows.notes[0];
  const movedOn = focusedNote !== undefined && focusedNote !== at.note;
  const zoneOf = (note: NoteId | undefined): ZoneId | undefined =>
    note === undefined ? undefined : model.board.note(note)?.zone;
  const here = (movedOn ? zoneOf(focusedNote) : at.zone) ?? zoneOf(current) ?? rows.zones[0]?.zone;

  // The canvas has the focus: the list shows the same note, unless it has the focus itself.
  useEffect(() => {
    if (focusedNote === undefined || list.current?.contains(document.activeElement) === true) return;
    rowOf(focusedNote)?.scrollIntoView({ block: 'nearest' });
  }, [focusedNote]);

  function focusRow(note: NoteId): void {
    if (rowOf(note) === undefined) flushSync(() => setWanted(note));
    rowOf(note)?.focus();
  }
  function go(target: Target | undefined): boolean {
    if (target === undefined) return false;
    if ('note' in target) focusRow(target.note);
    else headingOf(target.zone)?.focus();
    return true;
  }
  function showAll(): void {
    filter.query.set('');
    filter.community.set(undefined);
  }
  /** @returns false when the key is left to others. */
  function run(command: ListCommand, place: PlaceInList): boolean {
    const { note, zone } = place;
    switch (command.does) {
      case 'walk':
        return go(walk(rows, { note: place.kind === 'note' ? note : undefined, zone }, command.step));
      case 'end':
        return go(end(rows, command.step));
      case 'zone':
        return go(besideZone(rows, zone, command.step));
      case 'zoneNumber':
        return go(zoneNumber(rows, board, command.number));
      case 'add':
        setAdding(zone);
        return true;
      case 'enter':
        if (note !== undefined) enter(note);
        return true;
      case 'remove':
        if (note !== undefined) actions.remove([note]);
        return true;
      case 'close':
        if (opened !== undefined) on.leave(opened.note);
        return opened !== undefined;
    }
  }
  function press(note: NoteId): void {
    if (actions.pick(note)) return;
    setOpened(opened?.note === note ? undefined : { note, editing: model.drafts.get(note) !== undefined });
  }
  /** Own notes are edited at once; what can be done with those of others is shown. */
  function enter(note: NoteId): void {
    const found = model.board.note(note);
    const mine = found !== undefined && actions.whyNot('edit', [found]) === undefined;
    if (actions.picking.get() === undefined && mine) setOpened({ note, editing: true });
    else press(note);
  }
  const on = useRowHandlers({
    press,
    edit: (note) => setOpened({ note, editing: true }),
    leave: (note) => {
      flushSync(() => setOpened(undefined));
      focusRow(note);
    },
    goTo: (note) => {
      if (!shown.has(note)) flushSync(showAll);
      focusRow(note);
    },
  });
  const counts = board.zones.map(({ count }) => count);
  const filling = useListFilling(
    counts.reduce((sum, count) => sum + count, 0),
    Math.ceil(Math.max(0, ...counts) / CHUNK_ROWS),
  );
  const hasRoundParts = useRoundParts();
  const [words, setWords] = useState(NO_WORDS);
  const parts = useParts({ links: board.links, matches, filling, words, hasRoundParts, on });

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.defaultPrevented || event.nativeEvent.isComposing || !(event.target instanceof Element)) return;
    const place = placeInList(event.target);
    const command = listCommandOf(event, place.kind, singleKeys.get());
    if (command !== undefined && run(command, place)) event.preventDefault();
  }
  function onFocus(target: Element): void {
    const { kind, note, zone } = placeInList(target);
    const next = { note: note ?? at.note, zone };
    if (next.note !== at.note || next.zone !== at.zone) setAt(next);
    if (kind === 'note' && note !== undefined) onFocusNote(note);
  }
  const hereZone = board.zones.find(({ zone }) => zone.id === here)?.zone;
  return (
    <div className="outline" data-picking={picking !== undefined || undefined}>
      <OutlineIndex zones={board.zones} here={here} />
      <section className="outline-list" aria-labelledby="outline-title">
        <h2 id="outline-title" className="visually-hidden">
          {text.title}
        </h2>
        <div ref={bar} className="outline-find">
          <SearchBar filter={filter} from={current} onGo={on.goTo} />
          {hereZone !== undefined && matches === undefined && (
            <AddHere zone={hereZone.id} name={say(hereZone.title)} onAdd={setAdding} />
          )}
        </div>
        {picking !== undefined && (
          <p className="outline-picking">{picking.kind === 'link' ? text.pickLink : text.pickGroup}</p>
        )}
        {matches?.size === 0 && (
          <div className="outline-nothing">
            <p>{text.search.nothing}</p>
            <Button size="small" onClick={showAll}>
              {text.search.clear}
            </Button>
          </div>
        )}
        {/* The arrows walk from note to note; everything they reach is a button of its own too. */}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div ref={list} onKeyDown={onKeyDown} onFocus={(event) => onFocus(event.target)}>
          {board.zones.map((content, index) => {
            const { zone } = content;
            const holds = (id: NoteId | undefined): boolean => zoneOf(id) === zone.id;
            if (!rows.zones.some((each) => each.zone === zone.id)) return null;
            return (
              <OutlineZone
                key={zone.id}
                content={content}
                number={index + 1}
                parts={parts}
                here={here === zone.id}
                current={holds(current) ? current : undefined}
                opened={holds(opened?.note) ? opened : undefined}
                wanted={holds(wanted) ? wanted : undefined}
                adding={adding === zone.id}
                onAdding={setAdding}
              />
            );
          })}
        </div>
      </section>
      {hasRoundParts && <NoteMarks onWords={setWords} />}
      <Beside here={here} onGo={on.goTo} />
    </div>
  );
}

interface AddHereProps {
  readonly zone: ZoneId;
  readonly name: string;
  readonly onAdd: (zone: ZoneId) => void;
}

/** A new note in the space in which one is. */
function AddHere({ zone, name, onAdd }: AddHereProps) {
  const noWriting = useReadable(useMeetup().noWriting);
  const text = useText(outlineTexts);
  if (noWriting !== undefined) return null;
  return (
    <Button kind="primary" aria-label={text.addHere(name)} onClick={() => onAdd(zone)}>
      <Plus size={18} aria-hidden="true" />
      {text.add}
    </Button>
  );
}
