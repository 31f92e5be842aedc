/** Rating: per space one step, or none. Nobody else sees it until it is counted. */
import './ratings.css';
import { phoneMarksTexts } from '../i18n/phone-marks.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { RateZone } from '../meetup/RateZone.tsx';
import { useReadable } from '../use-model.ts';
import { MarksState } from './MarksState.tsx';
import { useSpaces } from './use-spaces.ts';

/** The spaces with steps in reading order, each a group of radio buttons. */
export function RatingsPart() {
  const model = useMeetup();
  const text = useText(phoneMarksTexts).ratings;
  const spaces = useSpaces();
  const { ratings } = useReadable(model.ownMarks);
  return (
    <section className="ratings" aria-labelledby="ratings-title">
      <h2 id="ratings-title">{text.title}</h2>
      <p className="ratings-secret">{text.secret}</p>
      {spaces.map(({ id }) => (
        <RateZone key={id} zone={id} />
      ))}
      {ratings.size > 0 && <MarksState />}
    </section>
  );
}
