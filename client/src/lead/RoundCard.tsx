/** The round that runs: question, tip, light, switches. */
import { commonTexts } from '../i18n/common.ts';
import { leadTexts } from '../i18n/lead.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import type { PlacedRound } from '../meetup/rounds.ts';
import { Switch } from '../ui/Switch.tsx';
import { useReadable } from '../use-model.ts';
import { useLead } from './lead-context.tsx';
import { SpotlightPlan } from './SpotlightPlan.tsx';
import { Tip } from './Tip.tsx';

/** The card of the running round. */
export function RoundCard({ placed: { round, index } }: { readonly placed: PlacedRound }) {
  const common = useText(commonTexts);
  const say = useLocalized();
  return (
    <li className="lead-card" aria-current="step">
      <h3 className="lead-card-top">
        <span className="lead-round-mark num">{index + 1}</span>
        <span>{say(round.title)}</span>
        <span className="lead-round-minutes num">{common.minutes(round.minutes)}</span>
      </h3>
      <p className="lead-question">{say(round.instruction)}</p>
      <Tip round={round} />
      <SpotlightPlan />
      <StageSwitches />
    </li>
  );
}

/** Before the first round: the same light and switches. */
export function BeginCard() {
  return (
    <div className="lead-card">
      <SpotlightPlan />
      <StageSwitches />
    </div>
  );
}

function StageSwitches() {
  const text = useText(leadTexts);
  const { lockedAt, blank } = useReadable(useMeetup().stage);
  const { send } = useLead();
  return (
    <div className="lead-switches">
      <Switch
        label={text.lock}
        checked={lockedAt !== null}
        onChange={(locked) => void send({ type: 'lock', locked })}
      />
      <Switch label={text.blank} checked={blank} onChange={(on) => void send({ type: 'blank', blank: on })} />
    </div>
  );
}
