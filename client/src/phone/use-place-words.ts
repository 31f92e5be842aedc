/** Saying in words where on an axis something lies. */
import type { ZoneText } from '@ruimte/shared/protocol/api';
import { valueOf } from '@ruimte/shared/projection/scale';
import type { Note } from '@ruimte/shared/schema/note';
import { phoneRoundTexts } from '../i18n/phone-round.ts';
import { useLocale, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { type Whereabouts, whereabouts } from './place.ts';

export type Axes = NonNullable<ZoneText['axes']>;
export type Axis = Axes['x'];

/** `const say = usePlaceWords()`, then `say(axes.x, 0.8)`: "dichter bij ‘Volop’". */
export function usePlaceWords(): (axis: Axis, value: number) => string {
  const text = useText(phoneRoundTexts).place;
  const locale = useLocale();
  return (axis, value) => {
    const [low, high] = [axis.low[locale], axis.high[locale]];
    const words: Readonly<Record<Whereabouts, string>> = {
      low: text.at(low),
      nearLow: text.near(low),
      middle: text.middle,
      nearHigh: text.near(high),
      high: text.at(high),
    };
    return words[whereabouts(value)];
  };
}

/** Where a note lies on a scale or in a quadrant, in words; undefined where its place means nothing. */
export function usePlaceOf(note: Note): string | undefined {
  const model = useMeetup();
  const say = usePlaceWords();
  const axes = model.session.meetup.zones.find(({ id }) => id === note.zone)?.axes;
  const size = model.board.rects.get().get(note.zone);
  if (axes === undefined || size === undefined) return undefined;
  const { x, y } = valueOf({ kind: axes.y === undefined ? 'scale' : 'quadrant' }, size, note);
  return axes.y === undefined || y === undefined ? say(axes.x, x) : `${say(axes.x, x)}, ${say(axes.y, y)}`;
}
