/** Rating one space: one step or none, the same on a phone, on the board and in the list. */
import './rate-zone.css';
import type { Locale } from '@ruimte/shared/content/format';
import type { ZoneId } from '@ruimte/shared/ids';
import type { ZoneText } from '@ruimte/shared/protocol/api';
import { type CSSProperties, useId, useRef } from 'react';
import { marksTexts } from '../i18n/marks.ts';
import { useLocale, useText } from '../i18n/use-text.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useReadable } from '../use-model.ts';
import { useMeetup } from './context.ts';
import { currentRound } from './rounds.ts';
import { useBoardPart } from './use-board-part.ts';

interface RateZoneProps {
  readonly zone: ZoneId;
  /** False where what the space is about stands above it already. */
  readonly about?: boolean;
}

/** Nothing for a space that is not rated. What is chosen is kept at once; others see it when all of it is counted. */
export function RateZone({ zone, about = true }: RateZoneProps) {
  const model = useMeetup();
  const text = useText(marksTexts);
  const locale = useLocale();
  const name = useId();
  const announce = useAnnounce();
  const toast = useToast();
  const first = useRef<HTMLInputElement>(null);
  const stage = useReadable(model.stage);
  const locked = useReadable(model.noWriting) === 'locked';
  const chosen = useReadable(model.ownMarks).ratings.get(zone);
  const tint = useBoardPart('zones').find(({ id }) => id === zone)?.tint;
  const words = model.session.meetup.zones.find(({ id }) => id === zone);
  if (words?.rating === undefined) return null;
  const { rating } = words;
  const title = words.title[locale];
  const shows = about && currentRound(model.session.meetup, stage)?.round.show !== 'name';

  function rate(step: number): boolean {
    const done = model.actions.rate(zone, step);
    if (!done) toast({ message: text.notNow });
    return done;
  }
  return (
    <fieldset className="rating" data-zone={tint} disabled={locked}>
      <legend>{title}</legend>
      {chosen !== undefined && (
        <Button
          kind="quiet"
          aria-label={text.takeBackFrom(title)}
          onClick={() => {
            if (!rate(0)) return;
            // The button goes with what it took away.
            first.current?.focus();
            announce(text.tookBack(title));
          }}
        >
          {text.takeBack}
        </Button>
      )}
      {shows && <p className="rating-about">{words.prompt[locale]}</p>}
      <div className="rating-steps" style={{ '--steps': rating.steps } as CSSProperties}>
        {Array.from({ length: rating.steps }, (_, index) => index + 1).map((step) => (
          <label key={step} className="rating-step">
            <input
              ref={step === 1 ? first : undefined}
              type="radio"
              className="choice-input"
              name={name}
              value={step}
              aria-label={nameOf(rating, step, locale)}
              checked={step === chosen}
              onChange={() => rate(step)}
            />
            {step}
          </label>
        ))}
      </div>
      <div className="rating-ends" aria-hidden="true">
        <span>{rating.low[locale]}</span>
        <span>{rating.high[locale]}</span>
      </div>
    </fieldset>
  );
}

/** A step at an end with what that means: for whoever does not see the words below it. */
function nameOf({ steps, low, high }: NonNullable<ZoneText['rating']>, step: number, locale: Locale): string {
  if (step === 1) return `${step}, ${low[locale]}`;
  return step === steps ? `${step}, ${high[locale]}` : String(step);
}
