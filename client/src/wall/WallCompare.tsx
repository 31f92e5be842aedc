/** In a round that looks back: then beside now. Of the space in the light in words, else of the whole board as a picture. */
import './wall-compare.css';
import { Thumbnail } from '../archive/Thumbnail.tsx';
import { ThenAndNow } from '../compare/ThenAndNow.tsx';
import { usePrevious } from '../compare/use-previous.ts';
import { compareTexts } from '../i18n/compare.ts';
import { longDay } from '../i18n/dates.ts';
import { useLocale, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useReadable } from '../use-model.ts';
import { WallBoard } from './WallBoard.tsx';

/** Without an earlier meet-up it is the board of now alone. */
export function WallCompare() {
  const text = useText(compareTexts);
  const locale = useLocale();
  const model = useMeetup();
  const { spotlight } = useReadable(model.stage);
  const { notes } = useReadable(model.board);
  const { loaded } = usePrevious();
  const previous = loaded.state === 'ready' ? loaded.value : null;
  if (previous === null || (spotlight !== null && !('zone' in spotlight))) return <WallBoard />;
  if (spotlight !== null) {
    const now = [...notes.values()].filter(({ zone }) => zone === spotlight.zone).length;
    const then = previous.items.filter(({ zone }) => zone === spotlight.zone).length;
    return (
      <div className="wall-compare" data-crowd={crowdOf(Math.max(now, then))}>
        <ThenAndNow zone={spotlight.zone} />
      </div>
    );
  }
  return (
    <div className="wall-then-now">
      <figure>
        <figcaption>
          {text.before}, {longDay(previous.date, locale)}
        </figcaption>
        <Thumbnail thumbnail={previous.thumbnail} />
      </figure>
      <figure>
        <figcaption>{text.after}</figcaption>
        <WallBoard />
      </figure>
    </div>
  );
}

/** More notes get smaller letters, so that all of them are there. */
function crowdOf(notes: number): 'few' | 'some' | 'many' {
  if (notes <= 6) return 'few';
  return notes <= 14 ? 'some' : 'many';
}
