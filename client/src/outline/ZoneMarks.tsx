/** Under the name of a space in the list: paper that lies face down, a rating, and what was counted, as tables. */
import './zone-marks.css';
import { latestSheets, tallyDots, topThree } from '@ruimte/shared/facilitation/tally';
import type { ZoneId } from '@ruimte/shared/ids';
import { communityOf } from '@ruimte/shared/projection/board';
import { hasValues, spreadOf } from '@ruimte/shared/projection/scale';
import type { Zone } from '@ruimte/shared/schema/zone';
import { Fragment } from 'react';
import { marksTexts } from '../i18n/marks.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { countFaceDown } from '../meetup/faces-down.ts';
import { RateZone } from '../meetup/RateZone.tsx';
import { useDistribution } from '../meetup/use-distribution.ts';
import { useReadable } from '../use-model.ts';

interface ZoneMarksProps {
  readonly zone: Zone;
  /** The id of the heading of the space. */
  readonly labelledBy: string;
}

/** Nothing of what the space has none of. */
export function ZoneMarks({ zone, labelledBy }: ZoneMarksProps) {
  const model = useMeetup();
  const marking = useReadable(model.marking);
  const rated = model.session.meetup.zones.find(({ id }) => id === zone.id)?.rating;
  return (
    <>
      <FaceDown zone={zone} />
      {marking?.ratings === true && rated !== undefined && <RateZone zone={zone.id} about={false} />}
      {marking === undefined && rated !== undefined && (
        <Distribution zone={zone.id} labelledBy={labelledBy} />
      )}
      {marking?.dots === undefined && <TopThree zone={zone.id} labelledBy={labelledBy} />}
      {hasValues(zone) && <SpreadTable zone={zone} labelledBy={labelledBy} />}
    </>
  );
}

function FaceDown({ zone }: { readonly zone: Zone }) {
  const model = useMeetup();
  const text = useText(marksTexts);
  useReadable(model.written);
  useReadable(model.board);
  const papers = countFaceDown(model, zone.id);
  if (papers === 0) return null;
  return (
    <p className="zone-face-down">
      <i className="face-down-paper" aria-hidden="true" />
      {zone.kind === 'empty' ? text.faceDownHere : text.faceDown(papers)}
    </p>
  );
}

interface ZoneTableProps {
  readonly zone: ZoneId;
  readonly labelledBy: string;
}

/** Ties stand under one place: they are no order. */
function TopThree({ zone, labelledBy }: ZoneTableProps) {
  const model = useMeetup();
  const text = useText(marksTexts);
  const { notes, votes } = useReadable(model.board);
  if (votes.length === 0) return null;
  const here = [...notes.values()].filter((note) => note.zone === zone);
  const places = topThree(here, tallyDots(latestSheets(votes)));
  if (places.length === 0) return null;
  const id = `top-${zone}`;
  return (
    <table className="zone-table" aria-labelledby={`${id} ${labelledBy}`}>
      <caption id={id}>{text.topThree}</caption>
      <thead>
        <tr>
          <th scope="col">{text.place}</th>
          <th scope="col">{text.note}</th>
          <th scope="col">{text.dotsColumn}</th>
        </tr>
      </thead>
      <tbody>
        {places.map(({ place, dots, notes: tied }) => (
          <Fragment key={place}>
            {tied.map((note) => (
              <tr key={note.id}>
                <td className="num">{text.placeNumber(place, tied.length > 1)}</td>
                <td dir="auto">{note.text}</td>
                <td className="num">{dots}</td>
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Distribution({ zone, labelledBy }: ZoneTableProps) {
  const text = useText(marksTexts);
  const steps = useDistribution(zone);
  if (steps === undefined) return null;
  const id = `steps-${zone}`;
  return (
    <table className="zone-table" aria-labelledby={`${id} ${labelledBy}`}>
      <caption id={id}>{text.distribution}</caption>
      <thead>
        <tr>
          <th scope="col">{text.stepColumn}</th>
          <th scope="col">{text.times}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ step, word, count }) => (
          <tr key={step}>
            <th scope="row">{word === undefined ? step : text.step(step, word)}</th>
            <td className="num">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where the notes of each community lie: who said what, and never who said more. */
function SpreadTable({ zone, labelledBy }: { readonly zone: Zone; readonly labelledBy: string }) {
  const model = useMeetup();
  const text = useText(marksTexts);
  const say = useLocalized();
  const { notes, communities } = useReadable(model.board);
  const rect = useReadable(model.board.rects).get(zone.id);
  const axes = model.session.meetup.zones.find(({ id }) => id === zone.id)?.axes;
  const here = [...notes.values()].filter((note) => note.zone === zone.id);
  if (axes === undefined || rect === undefined || here.length === 0) return null;
  const across = spreadOf(zone, rect, here, 'x');
  const upwards = axes.y === undefined ? undefined : spreadOf(zone, rect, here, 'y');
  const list = (values: readonly number[] = []): string => values.map(text.percent).join(', ');
  const ends = (axis: typeof axes.x): string => text.axis(say(axis.low), say(axis.high));
  const id = `spread-${zone.id}`;
  return (
    <table className="zone-table" aria-labelledby={`${id} ${labelledBy}`}>
      <caption id={id}>{text.spread}</caption>
      <thead>
        <tr>
          <th scope="col">{text.community}</th>
          <th scope="col">
            {axes.y !== undefined && `${text.across}: `}
            {ends(axes.x)}
          </th>
          {axes.y !== undefined && (
            <th scope="col">
              {text.upwards}: {ends(axes.y)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {across.map(({ community, values }, index) => (
          <tr key={community}>
            <th scope="row">{communityOf(communities, community)?.name ?? text.noCommunity}</th>
            <td className="num">{list(values)}</td>
            {upwards !== undefined && <td className="num">{list(upwards[index]?.values)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
