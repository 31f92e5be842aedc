/** Reading what others wrote, one space at a time. */
import './board-part.css';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { latestSheets, tallyDots } from '@ruimte/shared/facilitation/tally';
import { communityOf, notesIn } from '@ruimte/shared/projection/board';
import { codeOf } from '@ruimte/shared/schema/community-style';
import type { Note } from '@ruimte/shared/schema/note';
import { type RefObject, useEffect, useMemo, useRef } from 'react';
import { phoneTexts } from '../i18n/phone.ts';
import { phoneMarksTexts } from '../i18n/phone-marks.ts';
import { phonePartsTexts } from '../i18n/phone-parts.ts';
import { phoneRoundTexts } from '../i18n/phone-round.ts';
import { useText } from '../i18n/use-text.ts';
import { lazyPart } from '../lazy-part.tsx';
import { useMeetup } from '../meetup/context.ts';
import { currentRound } from '../meetup/rounds.ts';
import { Badge } from '../ui/Stamp.tsx';
import { useReadable } from '../use-model.ts';
import { SpacePicker } from './SpacePicker.tsx';
import { useArrivals } from './use-arrivals.ts';
import { usePlaceOf } from './use-place-words.ts';
import { useSpaces } from './use-spaces.ts';

/** Only private rounds have any. */
const ClosedNotes = lazyPart(() => import('./ClosedNotes.tsx').then((part) => part.ClosedNotes));

/** Only rounds that look back show it. */
const ThenAndNow = lazyPart(() => import('../compare/ThenAndNow.tsx').then((part) => part.ThenAndNow));

interface BoardPartProps {
  readonly zone: ZoneId | undefined;
  /** The note the facilitator put in the light, once somebody looks along. */
  readonly note: NoteId | undefined;
  readonly onZone: (zone: ZoneId) => void;
}

/** The plan and the notes of the chosen space, oldest first: what arrives comes below and pushes nothing away. */
export function BoardPart({ zone, note, onZone }: BoardPartProps) {
  const model = useMeetup();
  const text = useText(phonePartsTexts).reading;
  const { chooseSpace } = useText(phoneTexts);
  const spaces = useSpaces();
  const board = useReadable(model.board);
  const notes = useMemo(() => (zone === undefined ? [] : notesIn(board, zone)), [board, zone]);
  const space = spaces.find(({ id }) => id === zone);
  const written = useReadable(model.written);
  const own = notes.filter(({ id }) => model.onDesk(id)).length;
  const tally = useMemo(() => tallyDots(latestSheets(board.votes)), [board.votes]);
  const closed = zone === undefined ? 0 : Math.max(0, (written.get(zone) ?? 0) - own);
  const lit = useRef<HTMLLIElement>(null);
  const looksBack = currentRound(model.session.meetup, useReadable(model.stage))?.round.compare !== undefined;
  useArrivals(notes, zone, space?.title ?? '', model.isOwn);
  useEffect(() => {
    if (note !== undefined) lit.current?.scrollIntoView({ block: 'center' });
  }, [note]);
  return (
    <div className="board-part">
      <SpacePicker legend={chooseSpace} spaces={spaces} value={zone} onChange={onZone} />
      {space === undefined ? (
        <p className="board-choose">{text.choose}</p>
      ) : (
        <section aria-labelledby="board-space">
          <h2 id="board-space">{space.title}</h2>
          <ul className="board-notes">
            {notes.map((each) => (
              <BoardNote
                key={each.id}
                note={each}
                dots={tally.get(each.id) ?? 0}
                lit={each.id === note ? lit : undefined}
              />
            ))}
          </ul>
          {closed > 0 && (
            <ClosedNotes notes={closed} also={notes.length > 0} uncounted={space.tint === undefined} />
          )}
          {looksBack && <ThenAndNow zone={space.id} level={3} title />}
        </section>
      )}
    </div>
  );
}

interface BoardNoteProps {
  readonly note: Note;
  /** How many it got when they were last counted. */
  readonly dots: number;
  readonly lit: RefObject<HTMLLIElement | null> | undefined;
}

function BoardNote({ note, dots, lit }: BoardNoteProps) {
  const model = useMeetup();
  const text = useText(phonePartsTexts).reading;
  const { communities } = useReadable(model.board);
  const roster = useReadable(model.roster);
  const community = communityOf(communities, note.community);
  const own = model.isOwn(note);
  const { onlyYou } = useText(phoneRoundTexts).desk;
  const marks = useText(phoneMarksTexts).dots;
  const place = usePlaceOf(note);
  const name = own ? text.you : roster.get(note.author)?.name;
  return (
    <li
      className="board-note"
      data-lit={lit !== undefined || undefined}
      {...(lit === undefined ? {} : { ref: lit })}
    >
      {community === undefined ? <span /> : <Badge number={community.number} />}
      <div>
        <p dir="auto" className="own-note-words">
          {note.text}
        </p>
        <p className="board-note-who">
          {[name, community && [codeOf(community), community.name].filter(Boolean).join(' ')]
            .filter(Boolean)
            .join(', ')}
        </p>
        {[place, model.onDesk(note.id) && onlyYou, dots > 0 && marks.dots(dots)].map(
          (fact) =>
            fact && (
              <p key={fact} className="board-note-who">
                {fact}
              </p>
            ),
        )}
      </div>
    </li>
  );
}
