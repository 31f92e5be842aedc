/** The participant's bar on a laptop: what it is called, how long still, and whether own words are safe. */
import { longDay } from '../i18n/dates.ts';
import { useLocale, useLocalized } from '../i18n/use-text.ts';
import { InkLine, RoundClock, RoundTicks } from '../lead/TimeControls.tsx';
import { OwnState } from '../meetup/ConnectionBar.tsx';
import { useMeetup } from '../meetup/context.ts';
import { currentRound } from '../meetup/rounds.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Wordmark } from '../ui/Plan.tsx';
import { useReadable } from '../use-model.ts';
import '../lead/session-bar.css';

/** Nothing in it leads. */
export function ParticipantBar() {
  const model = useMeetup();
  const locale = useLocale();
  const { meetup } = model.session;
  const { title } = useReadable(model.stage);
  return (
    <div className="session-bar">
      <div className="session-what">
        <Wordmark />
        <div className="session-name">
          <h1>{title === '' ? meetup.title : title}</h1>
          <p>{longDay(meetup.date, locale)}</p>
        </div>
      </div>
      <div className="session-time">
        <RoundTicks />
        <RoundClock />
      </div>
      <div className="session-acts">
        <OwnState />
        <LanguageSwitch />
      </div>
      <InkLine />
    </div>
  );
}

/** The question of the round, the largest text on the page. */
export function RoundQuestion() {
  const model = useMeetup();
  const say = useLocalized();
  const stage = useReadable(model.stage);
  const round = currentRound(model.session.meetup, stage)?.round;
  if (round === undefined || stage.status === 'closed') return null;
  return <p className="round-question">{say(round.instruction)}</p>;
}
