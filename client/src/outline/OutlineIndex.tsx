/** The spaces down the side of the list, each leading to its name. */
import type { ZoneId } from '@ruimte/shared/ids';
import { memo } from 'react';
import { outlineTexts } from '../i18n/outline.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import type { ListZone } from '../model/list-view.ts';
import { Plan } from '../ui/Plan.tsx';
import { headingOf } from './list-place.ts';

interface OutlineIndexProps {
  readonly zones: readonly ListZone[];
  /** The one in which one is. */
  readonly here: ZoneId | undefined;
}

/** Counts stand here and in the list, and nowhere else. */
export const OutlineIndex = memo(function OutlineIndex({ zones, here }: OutlineIndexProps) {
  const { layout } = useMeetup().session.meetup;
  const text = useText(outlineTexts);
  const say = useLocalized();
  return (
    <nav className="outline-index" aria-labelledby="outline-spaces">
      <h2 id="outline-spaces">{text.spaces}</h2>
      <ul>
        {zones.map(({ zone, count }, index) => (
          <li key={zone.id}>
            <a
              href={`#zone-${zone.id}`}
              aria-current={zone.id === here || undefined}
              onClick={(event) => {
                event.preventDefault();
                const heading = headingOf(zone.id);
                heading?.scrollIntoView({ block: 'start' });
                heading?.focus({ preventScroll: true });
              }}
            >
              {layout === 'nine-spaces' && <Plan zone={index + 1} size={18} />}
              <span>{say(zone.title)}</span>
              {count > 0 && zone.kind !== 'empty' && <span className="num muted">{count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
});
