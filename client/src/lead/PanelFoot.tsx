/** At the foot of the panel, always in view: whether all words are in, the close, and the way on. */
import { ArrowRight } from 'lucide-react';
import { leadTexts } from '../i18n/lead.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { Button } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { CloseButton } from './CloseMeetup.tsx';
import { useLead } from './lead-context.tsx';
import { mainAction } from './main-action.ts';
import { StillComing } from './StillComing.tsx';

/** A trial cannot be closed, only opened; a prepared or closed meet-up has no foot. */
export function PanelFoot() {
  const { status, round } = useReadable(useMeetup().stage);
  if (status !== 'open' && status !== 'trying') return null;
  return (
    <footer className="lead-panel-foot">
      {round !== null && <StillComing />}
      {status === 'open' && <CloseButton />}
      <NextButton />
    </footer>
  );
}

/** "Begin" or "Volgende ronde"; in the last round there is nothing to press here. */
function NextButton() {
  const model = useMeetup();
  const text = useText(leadTexts);
  const say = useLocalized();
  const stage = useReadable(model.stage);
  const { send, busy } = useLead();
  const action = mainAction(model.session.meetup, stage);
  if (action.kind !== 'begin' && action.kind !== 'next') return null;
  const { round } = action.to;
  return (
    <Button
      kind={stage.status === 'trying' ? 'plain' : 'primary'}
      className="lead-next"
      busy={busy}
      onClick={() => void send({ type: 'goToRound', round: round.id, fromRevision: stage.revision })}
    >
      <span>
        {action.kind === 'begin' ? text.begin : text.next}
        <small>{say(round.title)}</small>
      </span>
      <ArrowRight size={20} aria-hidden="true" />
    </Button>
  );
}
