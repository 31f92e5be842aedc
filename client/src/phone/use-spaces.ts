/** The spaces of the meet-up in the language of the page. */
import { useMemo } from 'react';
import { useLocale } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useReadable } from '../use-model.ts';
import { listSpaces, type Space } from './spaces.ts';

/** In reading order; draws again when zones or language change. */
export function useSpaces(): readonly Space[] {
  const model = useMeetup();
  const locale = useLocale();
  const { zones } = useReadable(model.board);
  const { meetup } = model.session;
  return useMemo(() => listSpaces(meetup, { zones }, locale), [meetup, zones, locale]);
}
