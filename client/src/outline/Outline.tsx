/** The board as a list in the page: everything the canvas shows and does, by keyboard and by screen reader. */
import './outline.css';
import type { NoteId } from '@ruimte/shared/ids';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { outlineTexts } from '../i18n/outline.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { Plan } from '../ui/Plan.tsx';
import { useReadable } from '../use-model.ts';
import { notesByZone } from './by-zone.ts';
import { OutlineZone } from './OutlineZone.tsx';
import { walkNotes } from './walk.ts';

interface OutlineProps {
  /** The note that has the focus on the canvas. */
  readonly focusedNote?: NoteId | undefined;
  readonly onFocusNote: (id: NoteId) => void;
  /** The note whose menu of spaces is open. */
  readonly movingNote: NoteId | undefined;
  readonly onMoveNote: (id: NoteId | undefined) => void;
}

/** All spaces with their notes. Counts stand here and nowhere else. */
export function Outline({ focusedNote, onFocusNote, movingNote, onMoveNote }: OutlineProps) {
  const model = useMeetup();
  const text = useText(outlineTexts);
  const board = useReadable(model.board);
  const unsent = useReadable(model.unsent);
  const [open, setOpen] = useState<NoteId | undefined>(undefined);
  const zones = useMemo(() => notesByZone(board), [board]);
  const waiting = useMemo(() => new Set(unsent.map(({ id }) => id)), [unsent]);
  /** A note that was moved from here: it stands elsewhere now, and the focus goes along. */
  const moved = useRef<NoteId | undefined>(undefined);
  const onMoved = useCallback((id: NoteId) => {
    moved.current = id;
  }, []);
  useEffect(() => {
    const id = moved.current;
    if (id === undefined || id === movingNote) return;
    moved.current = undefined;
    document.querySelector<HTMLElement>(`[data-outline-note="${id}"]`)?.focus();
  });
  return (
    <div className="outline">
      <OutlineIndex zones={zones} />
      <section className="outline-list" aria-labelledby="outline-title">
        <h2 id="outline-title" className="visually-hidden">
          {text.title}
        </h2>
        {/* Arrow keys walk from note to note; everything they reach is a button of its own too. */}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div onKeyDown={walkNotes}>
          {zones.map(({ zone, notes }) => (
            <OutlineZone
              key={zone.id}
              zone={zone}
              notes={notes}
              zones={board.zones}
              communities={board.communities}
              open={open}
              onOpen={setOpen}
              moving={movingNote}
              onMove={onMoveNote}
              onMoved={onMoved}
              focused={focusedNote}
              onFocus={onFocusNote}
              waiting={waiting}
            />
          ))}
        </div>
      </section>
    </div>
  );
}

/** The spaces down the side, each leading to its heading. */
function OutlineIndex({ zones }: { readonly zones: ReturnType<typeof notesByZone> }) {
  const { layout } = useMeetup().session.meetup;
  const text = useText(outlineTexts);
  const say = useLocalized();
  return (
    <nav className="outline-index" aria-labelledby="outline-spaces">
      <h2 id="outline-spaces">{text.spaces}</h2>
      <ul>
        {zones.map(({ zone, notes }, index) => (
          <li key={zone.id}>
            <a
              href={`#zone-${zone.id}`}
              onClick={(event) => {
                event.preventDefault();
                const heading = document.getElementById(`zone-${zone.id}`);
                heading?.scrollIntoView({ block: 'start' });
                heading?.focus({ preventScroll: true });
              }}
            >
              {layout === 'nine-spaces' && <Plan zone={index + 1} size={18} />}
              <span>{say(zone.title)}</span>
              {notes.length > 0 && zone.kind !== 'empty' && <span className="num muted">{notes.length}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
