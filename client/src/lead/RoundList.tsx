/** All rounds in their order: held, running, coming. One that was skipped was not held, and says so by its number. */
import { Check } from 'lucide-react';
import type { RoundView } from '@ruimte/shared/protocol/api';
import { commonTexts } from '../i18n/common.ts';
import { leadTexts } from '../i18n/lead.ts';
import { leadingTexts } from '../i18n/leading.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { currentRound } from '../meetup/rounds.ts';
import { Button } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { useLead } from './lead-context.tsx';
import { BeginCard, RoundCard } from './RoundCard.tsx';
import { mainAction } from './main-action.ts';
import { Tip } from './Tip.tsx';
import { endingsOf } from './what-ends.ts';

/** The running round is a card; the others fold open to their instruction and tip. */
export function RoundList() {
  const model = useMeetup();
  const text = useText(leadTexts);
  const stage = useReadable(model.stage);
  const { rounds } = model.session.meetup;
  const now = currentRound(model.session.meetup, stage)?.index ?? -1;
  return (
    <section aria-label={text.rounds}>
      {now < 0 && stage.status === 'open' && <BeginCard />}
      <ol className="lead-rounds">
        {rounds.map((round, index) =>
          index === now && stage.status !== 'closed' ? (
            <RoundCard key={round.id} placed={{ round, index }} />
          ) : (
            <OtherRound
              key={round.id}
              round={round}
              index={index}
              held={stage.held.includes(round.id)}
              next={index === now + 1}
            />
          ),
        )}
      </ol>
    </section>
  );
}

interface OtherRoundProps {
  readonly round: RoundView;
  readonly index: number;
  /** It was begun, once or more. */
  readonly held: boolean;
  /** The coming round lies open: its tip is read before it begins. */
  readonly next: boolean;
}

function OtherRound({ round, index, held, next }: OtherRoundProps) {
  const model = useMeetup();
  const text = useText(leadTexts);
  const common = useText(commonTexts);
  const say = useLocalized();
  const stage = useReadable(model.stage);
  // What the button at the foot does need not stand here as well.
  const action = mainAction(model.session.meetup, stage);
  const atFoot = 'to' in action && action.to.round.id === round.id;
  const mayGo = (stage.status === 'open' || stage.status === 'trying') && !atFoot;
  return (
    <li className="lead-round" data-past={held || undefined}>
      {/* The key folds it anew when the rounds move on. */}
      <details key={String(next)} open={next && !held}>
        <summary>
          <span className="lead-round-mark num">
            {held ? <Check size={16} aria-hidden="true" /> : index + 1}
            {held && <span className="visually-hidden">{text.past}</span>}
          </span>
          <span>{say(round.title)}</span>
          <span className="lead-round-minutes num">{common.minutes(round.minutes)}</span>
        </summary>
        <div className="lead-round-more">
          <p>{say(round.instruction)}</p>
          <Tip round={round} />
          {mayGo && <GoTo round={round} held={held} />}
        </div>
      </details>
    </li>
  );
}

/** Any round can be begun at any moment; what that brings about besides is said beside the button. */
function GoTo({ round, held }: Pick<OtherRoundProps, 'round' | 'held'>) {
  const model = useMeetup();
  const text = useText(leadTexts);
  const leading = useText(leadingTexts);
  const { send, busy } = useLead();
  const stage = useReadable(model.stage);
  return (
    <>
      {endingsOf(model.session.meetup, stage, round).map((ending) => (
        <p key={ending}>{leading.ends[ending]}</p>
      ))}
      <Button
        size="small"
        busy={busy}
        onClick={() => void send({ type: 'goToRound', round: round.id, fromRevision: stage.revision })}
      >
        {held ? leading.again : text.goTo}
      </Button>
    </>
  );
}
