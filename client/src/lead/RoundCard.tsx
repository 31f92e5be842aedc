/** The round that runs: question, tip, how it goes, its time, light, switches. */
import { commonTexts } from '../i18n/common.ts';
import { leadTexts } from '../i18n/lead.ts';
import { leadingTexts } from '../i18n/leading.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useJoining } from '../meetup/use-joining.ts';
import type { PlacedRound } from '../meetup/rounds.ts';
import { Button } from '../ui/Button.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useReadable } from '../use-model.ts';
import { useLead } from './lead-context.tsx';
import { ProjectButton } from './ProjectButton.tsx';
import { RoundProgress } from './RoundProgress.tsx';
import { SpotlightPlan } from './SpotlightPlan.tsx';
import { Tip } from './Tip.tsx';

/** The card of the running round. */
export function RoundCard({ placed }: { readonly placed: PlacedRound }) {
  const { round, index } = placed;
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
      <RoundProgress placed={placed} />
      <RoundTime placed={placed} />
      <SpotlightPlan />
      <StageSwitches />
    </li>
  );
}

const MINUTE_MS = 60_000;

/** More time, less, or all of it anew; the notes stay. */
function RoundTime({ placed: { round } }: { readonly placed: PlacedRound }) {
  const text = useText(leadingTexts);
  const lead = useText(leadTexts);
  const { revision } = useReadable(useMeetup().stage);
  const { send, busy } = useLead();
  const steps = [
    { ms: -MINUTE_MS, label: text.lessMinute, name: text.lessMinuteName },
    { ms: MINUTE_MS, label: lead.addMinute, name: lead.addMinuteName },
    { ms: 5 * MINUTE_MS, label: text.moreMinutes, name: text.moreMinutesName },
  ];
  return (
    <div className="lead-time" role="group" aria-label={text.time}>
      {steps.map(({ ms, label, name }) => (
        <Button
          key={ms}
          size="small"
          className="num"
          title={name}
          onClick={() => void send({ type: 'extend', ms })}
        >
          {label}
        </Button>
      ))}
      <Button
        size="small"
        kind="quiet"
        busy={busy}
        onClick={() => void send({ type: 'goToRound', round: round.id, fromRevision: revision })}
      >
        {text.restart}
      </Button>
    </div>
  );
}

/** Before the first round: the wall, how people come in, how many there are; and the same light and switches. */
export function BeginCard() {
  const model = useMeetup();
  const text = useText(leadingTexts).before;
  const joining = useJoining();
  const people = [...useReadable(model.roster).values()].filter(({ role }) => role === 'participant').length;
  return (
    <div className="lead-card">
      <h3>{text.title}</h3>
      <ol className="lead-before num">
        <li className="lead-before-wall">
          {text.wall} <ProjectButton className="lead-project" />
        </li>
        <li>
          {joining?.code ? text.code(joining.code, joining.address) : text.link} {text.here(people)}
        </li>
        <li>{text.begin}</li>
      </ol>
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
