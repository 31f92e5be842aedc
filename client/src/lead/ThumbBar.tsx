/** On a small screen, within reach of a thumb: the panel and the main action of the round. */
import './lead-panel.css';
import { PanelRight } from 'lucide-react';
import { leadTexts } from '../i18n/lead.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { Button } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { MainButton } from './PanelFoot.tsx';

/** Below the board while the panel does not lie over it. */
export function ThumbBar({ onPanel }: { readonly onPanel: () => void }) {
  const text = useText(leadTexts);
  const { status } = useReadable(useMeetup().stage);
  return (
    <aside className="lead-thumb" aria-label={text.panel}>
      <Button onClick={onPanel}>
        <PanelRight size={20} aria-hidden="true" />
        {text.panel}
      </Button>
      {(status === 'open' || status === 'trying') && <MainButton />}
    </aside>
  );
}
