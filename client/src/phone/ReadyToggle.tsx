/**
 * "Ik ben klaar": seen by the facilitator while the round runs. It asks nothing, and can be taken back. The device
 * remembers it for this round, so that a page that was loaded again says it again.
 */
import './ready-toggle.css';
import type { RoundId } from '@ruimte/shared/ids';
import { useEffect, useState } from 'react';
import { phoneRoundTexts } from '../i18n/phone-round.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { findStorage } from '../model/storage.ts';
import { Button } from '../ui/Button.tsx';
import { CheckIcon } from './RoundIcons.tsx';

/** One key: of earlier rounds nothing is kept. */
const KEY = 'ruimte.ready';

/** For one round, begun at one moment; the next begins with another. */
export function ReadyToggle({ round }: { readonly round: RoundId }) {
  const model = useMeetup();
  const text = useText(phoneRoundTexts).ready;
  const storage = findStorage('localStorage');
  const { participant, meetup } = model.session;
  // A round that is begun anew asks anew.
  const said = [meetup.id, participant, round, model.stage.get().roundStartedAt].join(' ');
  const [ready, setReady] = useState(() => storage.getItem(KEY) === said);
  function toggle(): void {
    setReady(!ready);
    if (ready) storage.removeItem(KEY);
    else storage.setItem(KEY, said);
  }
  useEffect(() => {
    model.setPresence({ ready: ready ? round : undefined });
    return () => model.setPresence({ ready: undefined });
  }, [model, ready, round]);
  return (
    <div className="ready">
      <Button size="large" className="ready-toggle" aria-pressed={ready} onClick={toggle}>
        <span className="ready-box">{ready && <CheckIcon />}</span>
        {text.label}
      </Button>
      <p className="ready-said" role="status">
        {ready && text.said}
      </p>
    </div>
  );
}
