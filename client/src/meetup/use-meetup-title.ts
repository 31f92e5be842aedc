/** What the meet-up is called. */
import { useReadable } from '../use-model.ts';
import { useMeetup } from './context.ts';

/** The title as it is now: a facilitator may change it while the meet-up is open. */
export function useMeetupTitle(): string {
  const model = useMeetup();
  const { title } = useReadable(model.stage);
  return title === '' ? model.session.meetup.title : title;
}
