/** Then and now of the spaces that are asked for; the wall shows one of them, the others all. */
import type { ZoneId } from '@ruimte/shared/ids';
import { compareNotes } from '@ruimte/shared/projection/compare';
import { useMemo } from 'react';
import { compareTexts } from '../i18n/compare.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { LoadState } from '../ui/LoadState.tsx';
import { useReadable } from '../use-model.ts';
import { SpaceThenAndNow } from './SpaceThenAndNow.tsx';
import { usePrevious } from './use-previous.ts';

interface ThenAndNowProps {
  /** Only this space; without it every one. */
  readonly zone?: ZoneId | undefined;
  /** Of the headings of the spaces. Default 2. */
  readonly level?: 2 | 3;
  /** The heading says "then and now": the name of the space stands above it already. */
  readonly title?: boolean;
}

/** The notes of now follow the board. */
export function ThenAndNow({ zone, level = 2, title = false }: ThenAndNowProps) {
  const model = useMeetup();
  const text = useText(compareTexts);
  const say = useLocalized();
  const load = usePrevious();
  const { zones, notes } = useReadable(model.board);
  const previous = load.loaded.state === 'ready' ? load.loaded.value : undefined;
  const changes = useMemo(
    () => (previous ? compareNotes(previous.id, previous.items, notes.values()) : []),
    [previous, notes],
  );
  if (model.session.meetup.previous === null) return <p className="then-now-none">{text.none}</p>;
  if (previous === undefined || previous === null) return <LoadState load={load} />;
  return (
    <div className="then-now-spaces">
      {zones
        .filter(({ id }) => zone === undefined || id === zone)
        .map((each) => (
          <SpaceThenAndNow
            key={each.id}
            zone={each}
            heading={title ? text.title : say(each.title)}
            previous={previous}
            changes={changes}
            level={level}
          />
        ))}
    </div>
  );
}
