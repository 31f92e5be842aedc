/** The door: a link or code leads here, a few questions, and in. Wall and known devices go straight through. */
import './join.css';
import { useEffect, useState } from 'react';
import { RuimteError } from '@ruimte/shared/errors';
import { lazyPart } from '../lazy-part.tsx';
import { navigate } from '../navigation.tsx';
import type { LinkView } from '@ruimte/shared/protocol/api';
import { joinTexts } from '../i18n/join.ts';
import { suggestLanguage } from '../i18n/language.ts';
import { useErrorSentence } from '../i18n/use-error.ts';
import { useText } from '../i18n/use-text.ts';
import { type MeetupRole, thisDevice } from '../model/device.ts';
import { type Entrance, join, lookUp, roleOfPath } from '../model/sessions.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { FieldError } from '../ui/Field.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { LoadState } from '../ui/LoadState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Wordmark } from '../ui/Plan.tsx';
import { useLoad } from '../use-load.ts';
import { useTask } from '../use-task.ts';
import { parseEntrance } from './entrance.ts';
import { JoinForm, type Person } from './JoinForm.tsx';

/** For whoever is early. */
const NotOpenYet = lazyPart(() => import('./NotOpenYet.tsx').then((part) => part.default));

/** `/j`, `/f` and `/w`: the role follows from the path, the entrance from the fragment. */
export default function JoinPage() {
  const text = useText(joinTexts);
  // Read once: after joining the address changes, and a pasted other link loads the page anew.
  const [entrance] = useState(() => parseEntrance(window.location.hash));
  const [role] = useState(() => roleOfPath(window.location.pathname));
  return (
    <div className="join">
      <header className="join-top">
        <Wordmark />
        <LanguageSwitch />
      </header>
      <main className="join-main">
        {entrance === undefined ? (
          <>
            <PageTitle>{text.tab}</PageTitle>
            <FieldError error={text.noEntrance} />
            <ButtonLink href="/">{text.toCode}</ButtonLink>
          </>
        ) : (
          <Door entrance={entrance} role={role} />
        )}
      </main>
    </div>
  );
}

function Door({ entrance, role }: { readonly entrance: Entrance; readonly role: MeetupRole }) {
  const text = useText(joinTexts);
  const key = 'secret' in entrance ? entrance.secret : entrance.code;
  const link = useLoad(key, (signal) => lookUp(entrance, role, thisDevice(), { signal }));
  const { loaded } = link;
  const locale = loaded.state === 'ready' ? loaded.value.locale : undefined;
  useEffect(() => {
    if (locale !== undefined) suggestLanguage(locale);
  }, [locale]);
  if (loaded.state !== 'ready') {
    return (
      <>
        <PageTitle tab={text.tab}>{text.tab}</PageTitle>
        <LoadState load={link} />
        {loaded.state === 'failed' && <ButtonLink href="/">{text.toCode}</ButtonLink>}
      </>
    );
  }
  // A code or an old bookmark may be of another role than the path says: the server's word counts.
  return <Entry entrance={entrance} link={loaded.value} />;
}

interface EntryProps {
  readonly entrance: Entrance;
  readonly link: LinkView;
}

function Entry({ entrance, link }: EntryProps) {
  const { role } = link;
  /** As who somebody wanted to go in. */
  const [person, setPerson] = useState<Person>();
  const [known, setKnown] = useState(link.known);
  const sentence = useErrorSentence();
  const task = useTask();

  const goIn = (as: Person): void => {
    setPerson(as);
    task.run(async () => {
      await join(entrance, link, as);
      navigate('/m', { replace: true });
    });
  };
  if (person !== undefined && task.error instanceof RuimteError && task.error.code === 'meetupNotOpen') {
    return (
      <NotOpenYet
        entrance={entrance}
        link={link}
        name={person.name}
        onOpen={() => goIn(person)}
        onChange={() => {
          setKnown(null);
          task.clear();
        }}
      />
    );
  }

  const straight = role === 'wall' || known !== null;
  if (straight && task.error === undefined) {
    return (
      <GoingIn
        name={known?.name ?? ''}
        wall={role === 'wall'}
        goIn={() => goIn(known ?? { name: '', community: '' })}
        startAfresh={() => {
          thisDevice().startAfresh(role, link.meetup);
          setKnown(null);
        }}
      />
    );
  }
  return (
    <JoinForm
      link={link}
      role={role}
      busy={task.busy}
      error={sentence(task.error)}
      onJoin={goIn}
      firstName={person?.name ?? (role === 'facilitator' ? '' : thisDevice().name())}
    />
  );
}

interface GoingInProps {
  readonly name: string;
  readonly wall: boolean;
  readonly goIn: () => void;
  readonly startAfresh: () => void;
}

/** Nothing to fill in: goes in at once, and offers the way out for whoever shares this device. */
function GoingIn({ name, wall, goIn, startAfresh }: GoingInProps) {
  const text = useText(joinTexts);
  // Once, when this comes: the task itself refuses a second run while the first is under way.
  // oxlint-disable-next-line react/exhaustive-deps
  useEffect(goIn, []);
  return (
    <>
      <PageTitle tab={text.tab}>{wall ? text.wall : text.goingIn(name)}</PageTitle>
      {!wall && <Button onClick={startAfresh}>{text.someoneElse}</Button>}
    </>
  );
}
