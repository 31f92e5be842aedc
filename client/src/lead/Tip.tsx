/** The tip of a round. */
import type { RoundView } from '@ruimte/shared/protocol/api';
import { leadTexts } from '../i18n/lead.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';

/** What only the facilitator reads. */
export function Tip({ round }: { readonly round: RoundView }) {
  const text = useText(leadTexts);
  const say = useLocalized();
  if (round.tip === undefined) return null;
  return (
    <p className="lead-tip">
      <b>{text.tip}</b> {say(round.tip)}
    </p>
  );
}
