/** What was counted, large enough for the last row: the notes with the most dots, and how ratings spread. */
import './wall-results.css';
import { latestSheets, type Place, tallyDots, topThree } from '@ruimte/shared/facilitation/tally';
import { communityOf } from '@ruimte/shared/projection/board';
import { styleOf } from '@ruimte/shared/schema/community-style';
import type { Note } from '@ruimte/shared/schema/note';
import type { Zone } from '@ruimte/shared/schema/zone';
import type { CSSProperties } from 'react';
import { marksTexts } from '../i18n/marks.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useBoardPart } from '../meetup/use-board-part.ts';
import { useDistribution } from '../meetup/use-distribution.ts';
import { Stamp } from '../ui/Stamp.tsx';
import { useReadable } from '../use-model.ts';
import type { Results } from './results-shown.ts';

/** Of one zone, or of the whole board together, large; else as many zones beside each other as there is room for. */
export function WallResults({ results }: { readonly results: Results }) {
  const { zones } = useReadable(useMeetup().board);
  const shown = results.zones.flatMap((id) => zones.find((zone) => zone.id === id) ?? []);
  const large = results.kind === 'together' || shown.length === 1;
  const room = large ? ROOM_LARGE : (ROOM_BY_ROWS[Math.ceil(shown.length / BESIDE)] ?? LEAST_ROOM);
  return (
    <section
      className="wall-results"
      data-large={large || undefined}
      style={{ '--lines': room.lines, '--columns': Math.min(BESIDE, shown.length) } as CSSProperties}
    >
      {results.kind === 'together' ? (
        <TogetherTop most={room.notes} />
      ) : (
        <div className="wall-grid">
          {shown.map((zone) =>
            results.kind === 'ratings' ? (
              <ZoneSteps key={zone.id} zone={zone} />
            ) : (
              <ZoneTop key={zone.id} zone={zone} most={room.notes} />
            ),
          )}
        </div>
      )}
    </section>
  );
}

/** Zones beside each other. */
const BESIDE = 3;
/** Notes of one top three, and lines of each: with many ties there are more than fit, and the rest is said as a number. */
interface Room {
  readonly notes: number;
  readonly lines: number;
}
const ROOM_LARGE: Room = { notes: 9, lines: 4 };
/** By how many rows of zones there are. */
const ROOM_BY_ROWS: Readonly<Record<number, Room>> = { 1: { notes: 8, lines: 3 }, 2: { notes: 4, lines: 2 } };
const LEAST_ROOM: Room = { notes: 3, lines: 1 };
/** More notes than this at one place get smaller letters. */
const MOST_BESIDE = 3;

function usePlaces(zone?: Zone): readonly Place[] {
  const { notes } = useReadable(useMeetup().board);
  const tally = tallyDots(latestSheets(useBoardPart('votes')));
  const among = [...notes.values()].filter((note) => zone === undefined || note.zone === zone.id);
  return topThree(among, tally);
}

/** Over all zones, where people had dots for the whole board. */
function TogetherTop({ most }: { readonly most: number }) {
  const text = useText(marksTexts);
  return (
    <div className="wall-top">
      <h2>{text.topThree}</h2>
      <Places places={usePlaces()} most={most} named />
    </div>
  );
}

function ZoneTop({ zone, most }: { readonly zone: Zone; readonly most: number }) {
  const say = useLocalized();
  return (
    <div className="wall-top" data-zone={zone.tint}>
      <h2>{say(zone.title)}</h2>
      <Places places={usePlaces(zone)} most={most} />
    </div>
  );
}

interface PlacesProps {
  readonly places: readonly Place[];
  /** How many notes there is room for. */
  readonly most: number;
  /** With the zone of each note. */
  readonly named?: boolean;
}

/** Notes that share a place lie beside each other: they are no order. */
function Places({ places, most, named = false }: PlacesProps) {
  const text = useText(marksTexts);
  return (
    <ol className="wall-places">
      {fitPlaces(places, most).map(({ place, dots, notes, left }) => (
        <li key={place} value={place}>
          <p className="wall-place num">
            <b aria-hidden="true">{place}</b> <span>{text.dots(dots)}</span>
          </p>
          <ul data-many={notes.length > MOST_BESIDE || undefined}>
            {notes.map((note) => (
              <ResultNote key={note.id} note={note} named={named} />
            ))}
            {left > 0 && <li className="wall-more">{text.more(left)}</li>}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** As many notes as there is room for, one of each place at least; `left` says how many more share it. */
function fitPlaces(places: readonly Place[], most: number): readonly (Place & { readonly left: number })[] {
  return places.map((each, index) => {
    const before = places.slice(0, index).reduce((sum, { notes }) => sum + notes.length, 0);
    const notes = each.notes.slice(0, Math.max(1, most - before));
    return { ...each, notes, left: each.notes.length - notes.length };
  });
}

function ResultNote({ note, named }: { readonly note: Note; readonly named: boolean }) {
  const say = useLocalized();
  const community = communityOf(useBoardPart('communities'), note.community);
  const zone = useBoardPart('zones').find(({ id }) => id === note.zone);
  return (
    <li className="wall-paper" data-community={community && styleOf(community.number)}>
      <span className="wall-paper-words" dir="auto">
        {note.text}
      </span>
      <span className="wall-paper-foot">
        {community !== undefined && (
          <span
            className="wall-badge"
            data-community={styleOf(community.number)}
            role="img"
            aria-label={community.name}
          >
            <Stamp number={community.number} />
          </span>
        )}
        {named && zone !== undefined && <span>{say(zone.title)}</span>}
      </span>
    </li>
  );
}

/** Bars with their numbers: a table to whoever does not see them. */
function ZoneSteps({ zone }: { readonly zone: Zone }) {
  const text = useText(marksTexts);
  const say = useLocalized();
  const steps = useDistribution(zone.id);
  if (steps === undefined) return null;
  const most = Math.max(1, ...steps.map(({ count }) => count));
  const [low, high] = [steps[0]?.word, steps.at(-1)?.word];
  return (
    <div className="wall-steps" data-zone={zone.tint}>
      <h2>{say(zone.title)}</h2>
      <table>
        <caption className="visually-hidden">{say(zone.title)}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{text.stepColumn}</th>
            <th scope="col">{text.times}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ step, word, count }) => (
            <tr key={step}>
              <th
                scope="row"
                className="num"
                aria-label={word === undefined ? undefined : text.step(step, word)}
              >
                {step}
              </th>
              <td className="num">
                <b>{count}</b>
                <i style={{ '--share': count / most } as CSSProperties} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </p>
    </div>
  );
}
