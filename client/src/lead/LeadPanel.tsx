/** The facilitator's panel: the rounds, then people, tables, communities, spaces and the bin, and at the foot the close. */
import './lead-panel.css';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { commonTexts } from '../i18n/common.ts';
import { leadTexts } from '../i18n/lead.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { IconButton } from '../ui/Button.tsx';
import { FieldError } from '../ui/Field.tsx';
import { Plan } from '../ui/Plan.tsx';
import { useReadable } from '../use-model.ts';
import { BinList } from './BinList.tsx';
import { CommunityList } from './CommunityList.tsx';
import { DeskNotice } from './DeskNotice.tsx';
import { FormPlace } from './FormPlace.tsx';
import { SpaceList } from './SpaceList.tsx';
import { TableList } from './TableList.tsx';
import { useLeadError } from './use-lead-error.ts';
import { PanelFoot } from './PanelFoot.tsx';
import { PeopleList } from './PeopleList.tsx';
import { PreparedCard } from './PreparedCard.tsx';
import { RoundList } from './RoundList.tsx';

interface LeadPanelProps {
  /** It lies over the board, as on a small screen: it takes the focus, and Escape closes it. */
  readonly sheet: boolean;
  readonly onClose: () => void;
}

/** Beside the board, or over it with a way out of its own. */
export function LeadPanel({ sheet, onClose }: LeadPanelProps) {
  const model = useMeetup();
  const text = useText(leadTexts);
  const common = useText(commonTexts);
  const say = useLocalized();
  const { status } = useReadable(model.stage);
  const { format, rounds } = model.session.meetup;
  const minutes = rounds.reduce((sum, round) => sum + round.minutes, 0);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (sheet) panel.current?.focus();
  }, [sheet]);
  return (
    // Escape closes the sheet from wherever the focus is in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      ref={panel}
      tabIndex={-1}
      className="lead-panel"
      aria-label={text.panel}
      onKeyDown={(event) => {
        if (!sheet || event.key !== 'Escape' || (event.target as Element).closest('dialog') !== null) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className="lead-panel-scroll">
        <header className="lead-panel-head">
          <Plan size={28} />
          <div>
            <h2>{say(format.title)}</h2>
            <p className="num">{text.format(common.rounds(rounds.length), minutes)}</p>
          </div>
          <IconButton className="lead-panel-close" label={text.closePanel} onClick={onClose}>
            <X size={20} aria-hidden="true" />
          </IconButton>
        </header>
        <FieldError error={useLeadError()} />
        {status !== 'open' && status !== 'closed' && <PreparedCard />}
        <DeskNotice />
        <RoundList />
        <PeopleList />
        <TableList />
        <CommunityList />
        <SpaceList />
        <BinList />
        <FormPlace />
      </div>
      <PanelFoot />
    </aside>
  );
}
