/** How ratings spread over the steps of every space that was rated: small bars, and a table for whoever hears the page. */
import './counted.css';
import { distributionOf } from '@ruimte/shared/facilitation/tally';
import type { ZoneText } from '@ruimte/shared/protocol/api';
import type { CountedMarks } from '@ruimte/shared/schema/marks';
import type { CSSProperties } from 'react';
import { phoneMarksTexts } from '../i18n/phone-marks.ts';
import { useLocale, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useIsFresh } from './use-is-fresh.ts';
import { useSpaces } from './use-spaces.ts';

/** Open in the round that was counted and in the one after it; later only its name. */
export function CountedRatings({ sheets }: { readonly sheets: readonly CountedMarks[] }) {
  const text = useText(phoneMarksTexts).counted;
  const spaces = useSpaces();
  const { zones } = useMeetup().session.meetup;
  const open = useIsFresh(sheets);
  return (
    <details className="counted" open={open}>
      <summary>
        <h2>{text.spread}</h2>
      </summary>
      {spaces.map(({ id, title }) => {
        const rating = zones.find((zone) => zone.id === id)?.rating;
        const counts = rating === undefined ? [] : distributionOf(sheets, id, rating.steps);
        // What nobody rated is left in peace.
        return (
          rating !== undefined &&
          Math.max(...counts) > 0 && <Spread key={id} title={title} rating={rating} counts={counts} />
        );
      })}
    </details>
  );
}

interface SpreadProps {
  readonly title: string;
  readonly rating: NonNullable<ZoneText['rating']>;
  /** How often each step was chosen, the first step first. */
  readonly counts: readonly number[];
}

function Spread({ title, rating, counts }: SpreadProps) {
  const text = useText(phoneMarksTexts).counted;
  const locale = useLocale();
  const most = Math.max(...counts);
  const ends = [rating.low[locale], rating.high[locale]];
  return (
    <div className="counted-list">
      <h3>{title}</h3>
      <div className="spread" aria-hidden="true" style={{ '--steps': counts.length } as CSSProperties}>
        {counts.map((count, index) => (
          // A step is its place in the row.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className="spread-step">
            <span className="num">{count > 0 && count}</span>
            <i style={{ height: `${(count / most) * 100}%` }} />
            <span className="num">{index + 1}</span>
          </div>
        ))}
      </div>
      <div className="spread-ends" aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
      {/* A table takes no width of its own: what lies around it does. */}
      <div className="visually-hidden">
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{text.step}</th>
              <th scope="col">{text.chosen}</th>
            </tr>
          </thead>
          <tbody>
            {counts.map((count, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={index}>
                <th scope="row">
                  {index + 1}
                  {index === 0 && `, ${ends[0]}`}
                  {index === counts.length - 1 && `, ${ends[1]}`}
                </th>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
