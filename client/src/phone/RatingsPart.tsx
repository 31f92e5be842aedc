/** Rating: per space one step, or none. Nobody else sees it until it is counted. */
import './ratings.css';
import type { Locale, Localized } from '@ruimte/shared/content/format';
import type { ZoneId } from '@ruimte/shared/ids';
import type { ZoneText } from '@ruimte/shared/protocol/api';
import { type CSSProperties, useId, useRef } from 'react';
import { phoneMarksTexts } from '../i18n/phone-marks.ts';
import { useLocale, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { currentRound } from '../meetup/rounds.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useReadable } from '../use-model.ts';
import { MarksState } from './MarksState.tsx';
import type { Space } from './spaces.ts';
import { useSpaces } from './use-spaces.ts';

type Rating = NonNullable<ZoneText['rating']>;

/** The spaces with steps in reading order, each a group of radio buttons. */
export function RatingsPart() {
  const model = useMeetup();
  const text = useText(phoneMarksTexts).ratings;
  const spaces = useSpaces();
  const { zones } = model.session.meetup;
  const { ratings } = useReadable(model.ownMarks);
  return (
    <section className="ratings" aria-labelledby="ratings-title">
      <h2 id="ratings-title">{text.title}</h2>
      <p className="ratings-secret">{text.secret}</p>
      {spaces.map((space) => {
        const zone = zones.find(({ id }) => id === space.id);
        return (
          zone?.rating && <ZoneRating key={space.id} space={space} rating={zone.rating} about={zone.prompt} />
        );
      })}
      {ratings.size > 0 && <MarksState />}
    </section>
  );
}

interface ZoneRatingProps {
  readonly space: Space;
  readonly rating: Rating;
  readonly about: Localized;
}

function ZoneRating({ space, rating, about }: ZoneRatingProps) {
  const model = useMeetup();
  const text = useText(phoneMarksTexts);
  const locale = useLocale();
  const name = useId();
  const announce = useAnnounce();
  const toast = useToast();
  const first = useRef<HTMLInputElement>(null);
  const stage = useReadable(model.stage);
  const locked = useReadable(model.noWriting) === 'locked';
  const chosen = useReadable(model.ownMarks).ratings.get(space.id);
  const shows = currentRound(model.session.meetup, stage)?.round.show !== 'name';

  function rate(zone: ZoneId, step: number): boolean {
    const done = model.actions.rate(zone, step);
    if (!done) toast({ message: text.notNow });
    return done;
  }
  return (
    <fieldset className="rating" data-zone={space.tint} disabled={locked}>
      <legend>{space.title}</legend>
      {chosen !== undefined && (
        <Button
          kind="quiet"
          aria-label={text.ratings.takeBackFrom(space.title)}
          onClick={() => {
            if (!rate(space.id, 0)) return;
            // The button goes with what it took away.
            first.current?.focus();
            announce(text.ratings.tookBack(space.title));
          }}
        >
          {text.ratings.takeBack}
        </Button>
      )}
      {shows && (
        <p className="rating-about" id={`${name}-about`}>
          {about[locale]}
        </p>
      )}
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
              onChange={() => rate(space.id, step)}
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
function nameOf({ steps, low, high }: Rating, step: number, locale: Locale): string {
  if (step === 1) return `${step}, ${low[locale]}`;
  return step === steps ? `${step}, ${high[locale]}` : String(step);
}
