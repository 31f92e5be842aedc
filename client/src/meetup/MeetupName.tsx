/** What the meet-up is called and when it is, at the start of every bar. */
import { useRef } from 'react';
import { longDay } from '../i18n/dates.ts';
import { useLocale } from '../i18n/use-text.ts';
import { useArrival } from '../ui/PageTitle.tsx';
import { Wordmark } from '../ui/Plan.tsx';
import { useMeetup } from './context.ts';
import { useMeetupTitle } from './use-meetup-title.ts';

/** Wordmark, title and day. The title is the heading of the page, and has the focus when one comes from another. */
export function MeetupName() {
  const { date } = useMeetup().session.meetup;
  const locale = useLocale();
  const title = useMeetupTitle();
  const heading = useRef<HTMLHeadingElement>(null);
  useArrival(heading);
  return (
    <div className="session-what">
      <Wordmark />
      <div className="session-name">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        <p>{longDay(date, locale)}</p>
      </div>
    </div>
  );
}
