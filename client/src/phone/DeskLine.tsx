/** Above the field in a private round: who sees what is written here. */
import './desk.css';
import { phoneRoundTexts } from '../i18n/phone-round.ts';
import { useText } from '../i18n/use-text.ts';
import { HiddenIcon } from './RoundIcons.tsx';

/** One sentence, announced when the round begins. */
export function DeskLine() {
  const text = useText(phoneRoundTexts).desk;
  return (
    <p className="desk-line" role="status">
      <HiddenIcon />
      {text.about}
    </p>
  );
}
