/** How the ratings of a zone spread over its steps, once they are counted. */
import { distributionOf, latestSheets } from '@ruimte/shared/facilitation/tally';
import type { ZoneId } from '@ruimte/shared/ids';
import { useLocalized } from '../i18n/use-text.ts';
import { useMeetup } from './context.ts';
import { useBoardPart } from './use-board-part.ts';

/** One step, with what stands at it: only the first and the last have words. */
export interface CountedStep {
  readonly step: number;
  readonly word: string | undefined;
  readonly count: number;
}

/** Undefined for a zone that is not rated, and while nothing has been counted. */
export function useDistribution(zone: ZoneId): readonly CountedStep[] | undefined {
  const { session } = useMeetup();
  const say = useLocalized();
  const sheets = latestSheets(useBoardPart('ratings'));
  const rating = session.meetup.zones.find(({ id }) => id === zone)?.rating;
  if (rating === undefined || sheets.length === 0) return undefined;
  const { steps, low, high } = rating;
  return distributionOf(sheets, zone, steps).map((count, index) => ({
    step: index + 1,
    word: index === 0 ? say(low) : index === steps - 1 ? say(high) : undefined,
    count,
  }));
}
