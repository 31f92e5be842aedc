/** The facilitator's bar: what, when, how long, who, and the ways in. */
import './session-bar.css';
import { Ellipsis, PanelRight, QrCode as QrIcon } from 'lucide-react';
import { useState } from 'react';
import { leadTexts } from '../i18n/lead.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { MeetupName } from '../meetup/MeetupName.tsx';
import { useBoardPart } from '../meetup/use-board-part.ts';
import { useJoining } from '../meetup/use-joining.ts';
import { lazyPart } from '../lazy-part.tsx';
import { ButtonLink, IconButton } from '../ui/Button.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Badge } from '../ui/Stamp.tsx';
import { useReadable } from '../use-model.ts';
import { Popover } from './Popover.tsx';
import { useLeadNews } from './use-lead-error.ts';
import { ProjectButton } from './ProjectButton.tsx';
import { ExtendButton, InkLine, PauseButton, RoundClock, RoundTicks } from './TimeControls.tsx';

/** More badges than these say nothing more. */
const MAX_BADGES = 12;

interface SessionBarProps {
  readonly panelOpen: boolean;
  readonly onPanel: () => void;
}

/** 60 px high on a laptop; two rows on a small screen. */
export function SessionBar({ panelOpen, onPanel }: SessionBarProps) {
  const text = useText(leadTexts);
  useLeadNews(panelOpen);
  return (
    <div className="session-bar">
      <MeetupName />
      <div className="session-time">
        <RoundTicks />
        <PauseButton />
        <RoundClock />
        <ExtendButton />
      </div>
      <div className="session-acts">
        <PeopleBadges />
        <JoinCode />
        <ProjectButton className="session-project" />
        <MoreMenu />
        <IconButton
          className="session-panel"
          label={panelOpen ? text.closePanel : text.openPanel}
          pressed={panelOpen}
          onClick={onPanel}
        >
          <PanelRight size={20} aria-hidden="true" />
        </IconButton>
      </div>
      <InkLine />
    </div>
  );
}

/** The communities that are there, and how many people: never how many of each. */
function PeopleBadges() {
  const model = useMeetup();
  const text = useText(leadTexts);
  const communities = useBoardPart('communities');
  const roster = useReadable(model.roster);
  const people = [...roster.values()].filter(({ role }) => role === 'participant').length;
  const shown = [...communities.values()].filter(({ mergedInto }) => mergedInto === undefined);
  return (
    <>
      <span className="session-badges">
        {shown.slice(0, MAX_BADGES).map(({ id, number, name }) => (
          <Badge key={id} number={number} name={name} />
        ))}
      </span>
      <span className="session-people num">{text.people(people)}</span>
    </>
  );
}

const QrCode = lazyPart(
  () => import('../home/QrCode.tsx').then((part) => part.QrCode),
  <div className="join-qr" />,
);

/** The code; pressed it shows how to join, with the QR. */
function JoinCode() {
  const text = useText(leadTexts);
  const joining = useJoining();
  const [opened, setOpened] = useState(false);
  if (joining === undefined) return null;
  return (
    <Popover
      name={text.join}
      onOpen={() => setOpened(true)}
      label={
        <>
          <QrIcon size={18} aria-hidden="true" />
          <span className="num">{joining.code ?? text.join}</span>
        </>
      }
    >
      {opened && <QrCode value={joining.link} label={text.qr} className="join-qr" />}
      {joining.code === null ? (
        <p>{text.noCode}</p>
      ) : (
        <>
          <p className="join-code num">{joining.code}</p>
          <p>{text.joinAt(joining.address)}</p>
        </>
      )}
    </Popover>
  );
}

function MoreMenu() {
  const text = useText(leadTexts);
  const { id } = useMeetup().session.meetup;
  return (
    <Popover name={text.more} icon label={<Ellipsis size={20} aria-hidden="true" />}>
      <ButtonLink kind="quiet" href={`/links/${id}`}>
        {text.links}
      </ButtonLink>
      <ButtonLink kind="quiet" href="/archive">
        {text.archive}
      </ButtonLink>
      <LanguageSwitch />
    </Popover>
  );
}
