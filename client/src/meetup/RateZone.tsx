/** Rating one zone: its steps as radio buttons, with the words at both ends, and a way to take the choice back. */
import './rate-zone.css';
import type { ZoneId } from '@ruimte/shared/ids';
import { useId, useRef } from 'react';
import { marksTexts } from '../i18n/marks.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { Button } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { useMeetup } from './context.ts';

/** Nothing for a zone that is not rated. What is chosen is kept at once; others see it when all of it is counted. */
export function RateZone({ zone }: { readonly zone: ZoneId }) {
  const model = useMeetup();
  const text = useText(marksTexts);
  const say = useLocalized();
  const name = useId();
  const first = useRef<HTMLInputElement>(null);
  const chosen = useReadable(model.ownMarks).ratings.get(zone);
  const words = model.session.meetup.zones.find(({ id }) => id === zone);
  if (words?.rating === undefined) return null;
  const { steps, low, high } = words.rating;
  const label = (step: number): string => {
    if (step === 1) return text.step(step, say(low));
    return step === steps ? text.step(step, say(high)) : String(step);
  };
  return (
    <fieldset className="rate-zone">
      <legend>{say(words.title)}</legend>
      <div className="rate-steps">
        {Array.from({ length: steps }, (_, index) => index + 1).map((step) => (
          <label key={step}>
            <input
              ref={step === 1 ? first : undefined}
              type="radio"
              name={name}
              aria-label={label(step)}
              checked={chosen === step}
              onChange={() => model.actions.rate(zone, step)}
            />
            <span className="num">{step}</span>
          </label>
        ))}
        {chosen !== undefined && (
          <Button
            kind="quiet"
            aria-label={text.takeBackFrom(say(words.title))}
            onClick={() => {
              // The button goes with what it took away.
              if (model.actions.rate(zone, 0)) first.current?.focus();
            }}
          >
            {text.takeBack}
          </Button>
        )}
      </div>
      <p className="rate-ends" aria-hidden="true">
        <span>{say(low)}</span>
        <span>{say(high)}</span>
      </p>
    </fieldset>
  );
}
