/** The participant's bar on a laptop: what it is called, how long still, and whether own words are safe. */
import { useLocalized } from '../i18n/use-text.ts';
import { InkLine, RoundClock, RoundTicks } from '../lead/TimeControls.tsx';
import { useMeetup } from '../meetup/context.ts';
import { MeetupName } from '../meetup/MeetupName.tsx';
import { currentRound } from '../meetup/rounds.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { useReadable } from '../use-model.ts';
import { OwnState } from './OwnState.tsx';
import '../lead/session-bar.css';

/** Nothing in it leads. */
export function ParticipantBar() {
  return (
    <div className="session-bar">
      <MeetupName />
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
