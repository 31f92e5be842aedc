/** The links of a meet-up: who gets which, the code and the QR for the hall, and the way in for who leads. */
import './links.css';
import { useState } from 'react';
import { createId, type CommandId, type MeetupId } from '@ruimte/shared/ids';
import type { MeetupDetail } from '@ruimte/shared/protocol/api';
import { commonTexts } from '../i18n/common.ts';
import { longDay } from '../i18n/dates.ts';
import { linksTexts } from '../i18n/links.ts';
import { showsTexts } from '../i18n/shows.ts';
import { useErrorSentence } from '../i18n/use-error.ts';
import { useLocale, useLocalized, useText } from '../i18n/use-text.ts';
import { callApi } from '../model/api.ts';
import { asManager, organiserSignedIn } from '../model/organiser.ts';
import { enter } from '../model/enter-meetup.ts';
import { navigate } from '../navigation.tsx';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { FieldError } from '../ui/Field.tsx';
import { LoadState } from '../ui/LoadState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ToastProvider } from '../ui/Toast.tsx';
import { TopBar } from '../ui/TopBar.tsx';
import { useLoad } from '../use-load.ts';
import { useReadable } from '../use-model.ts';
import { useTask } from '../use-task.ts';
import { usableAddresses } from './addresses.ts';
import { DuplicateMeetup } from './DuplicateMeetup.tsx';
import { JoinSheet } from './JoinSheet.tsx';
import { LinkRow } from './LinkRow.tsx';
import { TableLinks } from './TableLinks.tsx';

const ROLES = ['participant', 'wall', 'facilitator'] as const;

/** `/links/:id` */
export default function LinksPage({ id }: { readonly id: string }) {
  const text = useText(linksTexts);
  const common = useText(commonTexts);
  const meetup = useLoad(id, (signal) =>
    asManager(id as MeetupId, (options) =>
      callApi('readMeetup', { id: id as MeetupId }, { ...options, signal }),
    ),
  );
  const { loaded } = meetup;
  const signedIn = useReadable(organiserSignedIn());
  return (
    <ToastProvider>
      <div className="links">
        <TopBar>
          <ButtonLink kind="quiet" href={`/prepare/${id}`}>
            {text.change}
          </ButtonLink>
          {signedIn && loaded.state === 'ready' && <DuplicateMeetup key={id} meetup={loaded.value} />}
          <ButtonLink kind="quiet" href="/archive">
            {common.archive}
          </ButtonLink>
        </TopBar>
        <main className="links-main">
          {loaded.state === 'ready' ? (
            <Links meetup={loaded.value} onChanged={meetup.replace} />
          ) : (
            <>
              <PageTitle>{text.tab}</PageTitle>
              <LoadState load={meetup} />
            </>
          )}
        </main>
      </div>
    </ToastProvider>
  );
}

interface LinksProps {
  readonly meetup: MeetupDetail;
  readonly onChanged: (meetup: MeetupDetail) => void;
}

function Links({ meetup, onChanged }: LinksProps) {
  const text = useText(linksTexts);
  const shows = useText(showsTexts);
  const common = useText(commonTexts);
  const locale = useLocale();
  const say = useLocalized();
  const addresses = usableAddresses(meetup.addresses, window.location.origin);
  const [chosen, setChosen] = useState(addresses[0]);
  const address = addresses.includes(chosen) ? chosen : addresses[0];
  return (
    <>
      <div className="links-head">
        <PageTitle>{meetup.title || common.untitled}</PageTitle>
        <p className="links-about">
          {longDay(meetup.date, locale)}, {say(meetup.format)}, {text.status[meetup.status]}
        </p>
        {meetup.view.shows === 'communities' && <p className="links-about">{shows.onlyCommunities}</p>}
        <WaysIn meetup={meetup} />
      </div>
      <JoinSheet meetup={meetup} address={address} addresses={addresses} onAddress={setChosen} />
      <ul className="links-list">
        {ROLES.map((role) => (
          <LinkRow
            key={role}
            meetup={meetup.id}
            role={role}
            link={address + meetup.links[role]}
            onRenewed={onChanged}
          />
        ))}
      </ul>
      <TableLinks title={meetup.title} address={address} link={meetup.links.participant} />
    </>
  );
}

/** What an organiser can do with the meet-up now; each leads into it as facilitator. */
function WaysIn({ meetup }: { readonly meetup: MeetupDetail }) {
  const text = useText(linksTexts);
  const sentence = useErrorSentence();
  const { busy, error, run } = useTask();

  const goIn = (command?: 'try' | 'open'): void =>
    run(async () => {
      const session = await enter(meetup.id);
      if (command !== undefined) {
        await callApi('command', { id: createId<CommandId>(), command: { type: command } }, { session });
      }
      navigate('/m');
    });

  if (meetup.status === 'closed') {
    return (
      <div className="links-ways">
        <ButtonLink kind="primary" size="large" href="/archive">
          {text.seeArchive}
        </ButtonLink>
      </div>
    );
  }
  if (meetup.status === 'open') {
    return (
      <div className="links-ways">
        <Button kind="primary" size="large" busy={busy} onClick={() => goIn()}>
          {text.begin}
        </Button>
        <FieldError error={sentence(error)} />
      </div>
    );
  }
  const trying = meetup.status === 'trying';
  return (
    <div className="links-ways">
      <Button kind="primary" size="large" busy={busy} onClick={() => goIn('open')}>
        {text.open}
      </Button>
      <Button size="large" busy={busy} onClick={() => goIn(trying ? undefined : 'try')}>
        {trying ? text.goOnTrying : text.try}
      </Button>
      <p className="muted">{trying ? text.openHint : text.tryHint}</p>
      <FieldError error={sentence(error)} />
    </div>
  );
}
