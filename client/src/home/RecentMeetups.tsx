/** "Verder met": the organiser's meet-ups, the ones going on now first. */
import { ArrowRight } from 'lucide-react';
import type { MeetupSummary } from '@ruimte/shared/protocol/api';
import { commonTexts } from '../i18n/common.ts';
import { longDay, today } from '../i18n/dates.ts';
import { homeTexts } from '../i18n/home.ts';
import { linksTexts } from '../i18n/links.ts';
import { useLocale, useText } from '../i18n/use-text.ts';
import { callApi } from '../model/api.ts';
import { asOrganiser } from '../model/organiser.ts';
import { Link } from '../navigation.tsx';
import { LoadState } from '../ui/LoadState.tsx';
import { Badge } from '../ui/Stamp.tsx';
import { useLoad } from '../use-load.ts';

const ORDER = ['open', 'trying', 'prepared', 'closed'] as const;

/** What goes on now before what is prepared, and that before what is over; within each the newest date first. */
function byUrgency(a: MeetupSummary, b: MeetupSummary): number {
  return ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || b.date.localeCompare(a.date);
}

/** The list; each leads to the links page of its meet-up. */
export default function RecentMeetups() {
  const text = useText(homeTexts);
  const common = useText(commonTexts);
  const links = useText(linksTexts);
  const locale = useLocale();
  const meetups = useLoad('meetups', (signal) =>
    asOrganiser((options) => callApi('listMeetups', {}, { ...options, signal })),
  );
  const { loaded } = meetups;
  return (
    <section className="recent" aria-labelledby="recent-title">
      <h2 id="recent-title">{text.goOn}</h2>
      <LoadState load={meetups} />
      {loaded.state === 'ready' && loaded.value.length === 0 && <p className="muted">{text.noMeetups}</p>}
      {loaded.state === 'ready' && (
        <ul>
          {[...loaded.value].sort(byUrgency).map((meetup) => (
            <li key={meetup.id}>
              <Link className="recent-link" href={`/links/${meetup.id}`}>
                <span className="recent-marks">
                  {meetup.communities.slice(0, 6).map((community) => (
                    <Badge key={community.id} number={community.number} size={20} />
                  ))}
                </span>
                <span>
                  <strong>{meetup.title || common.untitled}</strong>
                  <small>
                    {meetup.date === today() ? text.today : longDay(meetup.date, locale)},{' '}
                    {links.status[meetup.status]}
                  </small>
                </span>
                <ArrowRight size={20} aria-hidden="true" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
