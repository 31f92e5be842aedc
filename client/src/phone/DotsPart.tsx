/** Giving dots: the notes of a space, or of all, each with a way to give it a dot and to take one away. */
import './dots.css';
import { boundDots, dotsLeft } from '@ruimte/shared/facilitation/tally';
import type { Marking } from '@ruimte/shared/facilitation/engine';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { communityOf, notesIn } from '@ruimte/shared/projection/board';
import { styleOf } from '@ruimte/shared/schema/community-style';
import type { Note } from '@ruimte/shared/schema/note';
import { useState } from 'react';
import { phoneMarksTexts } from '../i18n/phone-marks.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { currentRound } from '../meetup/rounds.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { IconButton } from '../ui/Button.tsx';
import { Stamp } from '../ui/Stamp.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useReadable } from '../use-model.ts';
import { Dots } from './Dots.tsx';
import { MarksState } from './MarksState.tsx';
import { MinusIcon, PlusIcon } from './RoundIcons.tsx';
import { SpacePicker } from './SpacePicker.tsx';
import { firstWords, type Space } from './spaces.ts';
import { useSpaces } from './use-spaces.ts';

/** Chosen in the plan instead of one space. */
const ALL = '' as ZoneId;

/** @param rule - how many dots the round gives, and whether for every space anew. */
export function DotsPart({ rule }: { readonly rule: NonNullable<Marking['dots']> }) {
  const model = useMeetup();
  const text = useText(phoneMarksTexts).dots;
  const spaces = useSpaces();
  const stage = useReadable(model.stage);
  const board = useReadable(model.board);
  const { votes } = useReadable(model.ownMarks);
  const focus = currentRound(model.session.meetup, stage)?.round.focus;
  const [chosen, setChosen] = useState(() => spaces.find(({ id }) => id === focus)?.id ?? ALL);
  const zoneOf = (id: NoteId): ZoneId | undefined =>
    model.onDesk(id) ? undefined : board.notes.get(id)?.zone;
  const given = boundDots(votes, rule, zoneOf);
  const shown = spaces
    .filter(({ id }) => chosen === ALL || id === chosen)
    .map((space) => ({
      space,
      notes: notesIn(board, space.id).filter((note) => note.text !== '' && !model.onDesk(note.id)),
      left: dotsLeft(votes, rule, zoneOf, space.id),
    }))
    .filter(({ notes }) => chosen !== ALL || notes.length > 0);
  const left = dotsLeft(votes, rule, zoneOf, chosen === ALL ? undefined : chosen);
  const countsBySpace = rule.perZone && chosen === ALL;
  return (
    <section className="dots-part" aria-labelledby="dots-title">
      <div className="dots-head" data-stays={!countsBySpace || undefined}>
        <h2 id="dots-title">{text.title}</h2>
        {countsBySpace ? <p>{text.perSpace(rule.count)}</p> : <DotsLeft count={rule.count} left={left} />}
      </div>
      <p className="dots-secret">{text.secret}</p>
      {spaces.length > 1 && (
        <SpacePicker
          legend={text.choose}
          spaces={withAll(spaces, text.all)}
          value={chosen}
          onChange={setChosen}
        />
      )}
      {shown.every(({ notes }) => notes.length === 0) ? (
        <p className="muted">{text.nothing}</p>
      ) : (
        shown.map(({ space, notes, left: over }) => (
          <section key={space.id} className="dots-space" aria-labelledby={`dots-${space.id}`}>
            <div className="dots-space-head" data-stays={countsBySpace || undefined}>
              <h3 id={`dots-${space.id}`}>{space.title}</h3>
              {countsBySpace && <DotsLeft count={rule.count} left={over} />}
            </div>
            <ul>
              {notes.map((note) => (
                <DotNote
                  key={note.id}
                  note={note}
                  given={given.get(note.id) ?? 0}
                  left={rule.perZone ? over : left}
                />
              ))}
            </ul>
          </section>
        ))
      )}
      {given.size > 0 && <MarksState />}
    </section>
  );
}

/** The plan with one more below it: everything. */
function withAll(spaces: readonly Space[], title: string): readonly Space[] {
  const [columns, rows] = spaces.reduce(
    ([across, down], { col, colSpan, row }) => [Math.max(across, col + colSpan), Math.max(down, row + 1)],
    [1, 0],
  );
  return [...spaces, { id: ALL, title, tint: undefined, col: 0, row: rows, colSpan: columns }];
}

/** What is left over, as rings and in words. */
function DotsLeft({ count, left }: { readonly count: number; readonly left: number }) {
  const text = useText(phoneMarksTexts).dots;
  return (
    <p className="dots-left">
      <Dots given={count - left} left={left} />
      <span className="num">{text.left(left)}</span>
    </p>
  );
}

interface DotNoteProps {
  readonly note: Note;
  readonly given: number;
  /** How many dots are left for it. */
  readonly left: number;
}

/** One note. Its buttons stay where they are when they can do nothing, and say why: nobody loses the focus. */
function DotNote({ note, given, left }: DotNoteProps) {
  const model = useMeetup();
  const text = useText(phoneMarksTexts);
  const announce = useAnnounce();
  const toast = useToast();
  const { communities } = useReadable(model.board);
  const locked = useReadable(model.noWriting) === 'locked';
  const community = communityOf(communities, note.community);
  const words = firstWords(note.text);

  function change(by: 1 | -1): void {
    if (by > 0 && left === 0) return toast({ message: text.dots.allGiven });
    if (given + by < 0) return;
    if (!model.actions.setDots(note.id, given + by)) return toast({ message: text.notNow });
    announce(text.dots.said(given + by, left - by));
  }
  return (
    <li className="dot-note" data-community={community === undefined ? 0 : styleOf(community.number)}>
      <div className="dot-note-words">
        {community === undefined ? <span /> : <Stamp number={community.number} size={16} />}
        <p dir="auto">{note.text}</p>
      </div>
      <div className="dot-note-dots">
        <p className="dot-note-own">
          {given > 0 && (
            <>
              <Dots given={given} />
              <span className="num">{text.dots.dots(given)}</span>
            </>
          )}
        </p>
        <IconButton
          label={text.dots.take(words)}
          aria-disabled={locked || given === 0 || undefined}
          onClick={() => change(-1)}
        >
          <MinusIcon />
        </IconButton>
        <IconButton
          label={text.dots.add(words)}
          aria-disabled={locked || left === 0 || undefined}
          onClick={() => change(1)}
        >
          <PlusIcon />
        </IconButton>
      </div>
    </li>
  );
}
