/** Where on a scale, or in a quadrant, a note is to lie: a slider for each axis. Nothing is chosen for anybody. */
import './place-choice.css';
import type { ScaleValue } from '@ruimte/shared/projection/scale';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { notesIn } from '@ruimte/shared/projection/board';
import type { CSSProperties } from 'react';
import { phoneRoundTexts } from '../i18n/phone-round.ts';
import { useLocale, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import type { TypedNote } from '../model/meetup-model.ts';
import { layAt } from './place.ts';
import { type Axes, type Axis, usePlaceWords } from './use-place-words.ts';

interface PlaceChoiceProps {
  readonly zone: ZoneId;
  readonly axes: Axes;
  /** A note that lies there already and is being moved. */
  readonly note?: NoteId;
  /** What has been chosen so far. */
  readonly value: Partial<ScaleValue>;
  /** @param at - where the note goes; undefined until every axis has been chosen. */
  readonly onChange: (value: Partial<ScaleValue>, at: TypedNote['at']) => void;
}

export function PlaceChoice({ zone, axes, note, value, onChange }: PlaceChoiceProps) {
  const model = useMeetup();
  const text = useText(phoneRoundTexts).place;
  const kind = axes.y === undefined ? 'scale' : 'quadrant';

  function choose(next: Partial<ScaleValue>): void {
    const { x, y } = { ...value, ...next };
    const size = model.board.rects.get().get(zone);
    const isWhole = x !== undefined && (kind === 'scale' || y !== undefined);
    const others = notesIn(model.board.get(), zone).filter(({ id }) => id !== note);
    const at = size && isWhole ? layAt(kind, size, y === undefined ? { x } : { x, y }, others) : undefined;
    onChange({ ...value, ...next }, at);
  }
  return (
    <fieldset className="place">
      <legend className="legend">{text.choose}</legend>
      {axes.y !== undefined && <PlaceMap value={value} />}
      <AxisSlider axis={axes.x} value={value.x} onChange={(x) => choose({ x })} />
      {axes.y !== undefined && <AxisSlider axis={axes.y} value={value.y} onChange={(y) => choose({ y })} />}
    </fieldset>
  );
}

/** The quadrant in small, with where the note goes; decoration, the words below the sliders say it too. */
function PlaceMap({ value: { x, y } }: { readonly value: Partial<ScaleValue> }) {
  const style = { '--x': x ?? 0.5, '--y': y ?? 0.5 } as CSSProperties;
  return (
    <div className="place-map" aria-hidden="true" style={style}>
      {x !== undefined && <i className="place-map-x" />}
      {y !== undefined && <i className="place-map-y" />}
      {x !== undefined && y !== undefined && <i className="place-map-note" />}
    </div>
  );
}

const STEPS = 100;

interface AxisSliderProps {
  readonly axis: Axis;
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
}

/** A native slider; until it is touched it stands in the middle and says that nothing is chosen. */
function AxisSlider({ axis, value, onChange }: AxisSliderProps) {
  const text = useText(phoneRoundTexts).place;
  const locale = useLocale();
  const say = usePlaceWords();
  const words = value === undefined ? text.none : say(axis, value);
  const [low, high] = [axis.low[locale], axis.high[locale]];
  const take = (input: HTMLInputElement): void => onChange(Number(input.value) / STEPS);
  return (
    <div className="place-axis">
      <div className="place-ends" aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </div>
      <input
        type="range"
        className="place-slider"
        min={0}
        max={STEPS}
        value={Math.round((value ?? 0.5) * STEPS)}
        aria-label={text.between(low, high)}
        aria-valuetext={words}
        data-unset={value === undefined || undefined}
        onChange={(event) => take(event.target)}
        // The middle itself can be chosen too, though that changes nothing of the slider.
        onClick={(event) => take(event.currentTarget)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          take(event.currentTarget);
        }}
      />
      <p className="place-says" aria-hidden="true">
        {words}
      </p>
    </div>
  );
}
