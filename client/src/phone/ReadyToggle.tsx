/** "Ik ben klaar": seen by the facilitator while the round runs. It asks nothing, and can be taken back. */
import './ready-toggle.css';
import type { RoundId } from '@ruimte/shared/ids';
import { useEffect, useState } from 'react';
import { phoneRoundTexts } from '../i18n/phone-round.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { Button } from '../ui/Button.tsx';
import { CheckIcon } from './RoundIcons.tsx';

/** For one round; the next begins with another. */
export function ReadyToggle({ round }: { readonly round: RoundId }) {
  const model = useMeetup();
  const text = useText(phoneRoundTexts).ready;
  const [ready, setReady] = useState(false);
  useEffect(() => {
    model.setPresence({ ready: ready ? round : undefined });
    return () => model.setPresence({ ready: undefined });
  }, [model, ready, round]);
  return (
    <div className="ready">
      <Button size="large" className="ready-toggle" aria-pressed={ready} onClick={() => setReady(!ready)}>
        <span className="ready-box">{ready && <CheckIcon />}</span>
        {text.label}
      </Button>
      <p className="ready-said" role="status">
        {ready && text.said}
      </p>
    </div>
  );
}
