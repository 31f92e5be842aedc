/** The door of a table: this device writes for all who sit there, under the name of the table. */
import './join.css';
import { RuimteError } from '@ruimte/shared/errors';
import type { LinkView } from '@ruimte/shared/protocol/api';
import { useEffect, useState } from 'react';
import { suggestLanguage } from '../i18n/language.ts';
import { tableDoorTexts } from '../i18n/table-door.ts';
import { useErrorSentence } from '../i18n/use-error.ts';
import { useText } from '../i18n/use-text.ts';
import { lazyPart } from '../lazy-part.tsx';
import { callApi } from '../model/api.ts';
import { thisDevice } from '../model/device.ts';
import { lookUp, remember } from '../model/sessions.ts';
import { navigate } from '../navigation.tsx';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { FieldError } from '../ui/Field.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { LoadState } from '../ui/LoadState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Wordmark } from '../ui/Plan.tsx';
import { useLoad } from '../use-load.ts';
import { useTask } from '../use-task.ts';
import { parseTableLink, type TableEntrance } from './table-link.ts';

const NotOpenYet = lazyPart(() => import('./NotOpenYet.tsx').then((part) => part.default));

/** `/t`: the secret of the participants' link and the number of the table stand in the fragment. */
export default function TablePage() {
  const text = useText(tableDoorTexts);
  // Read once: after joining the address changes.
  const [entrance] = useState(() => parseTableLink(window.location.hash));
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
          <Door entrance={entrance} />
        )}
      </main>
    </div>
  );
}

function Door({ entrance }: { readonly entrance: TableEntrance }) {
  const text = useText(tableDoorTexts);
  const { secret } = entrance;
  const link = useLoad(secret, (signal) => lookUp({ secret }, 'participant', thisDevice(), { signal }));
  const { loaded } = link;
  const locale = loaded.state === 'ready' ? loaded.value.locale : undefined;
  useEffect(() => {
    if (locale !== undefined) suggestLanguage(locale);
  }, [locale]);
  if (loaded.state === 'ready') return <GoIn entrance={entrance} link={loaded.value} />;
  return (
    <>
      <PageTitle tab={text.tab}>{text.tab}</PageTitle>
      <LoadState load={link} />
      {loaded.state === 'failed' && <ButtonLink href="/">{text.toCode}</ButtonLink>}
    </>
  );
}

interface GoInProps {
  readonly entrance: TableEntrance;
  readonly link: LinkView;
}

function GoIn({ entrance, link }: GoInProps) {
  const text = useText(tableDoorTexts);
  const sentence = useErrorSentence();
  const { busy, error, run, clear } = useTask();
  const { secret, table } = entrance;
  // In the language of the meet-up, as all see it, whatever language this device is in.
  const name = tableDoorTexts[link.locale].name(table);
  function goIn(): void {
    run(async () => {
      const device = thisDevice();
      // Whoever was here before on this device stays who they were, with their notes.
      if (link.known !== null && link.known.name !== name) device.startAfresh('participant', link.meetup);
      const joined = await callApi('join', {
        secret,
        device: device.secret('participant', link.meetup),
        name,
        community: '',
        table,
      });
      remember(joined, device);
      navigate('/m', { replace: true });
    });
  }
  if (error instanceof RuimteError && error.code === 'meetupNotOpen') {
    return <NotOpenYet entrance={{ secret }} link={link} name={name} onOpen={goIn} onChange={clear} />;
  }
  return (
    <>
      <div>
        <PageTitle>{link.title}</PageTitle>
        <p className="join-sub">{text.about(table)}</p>
        {link.status === 'trying' && <p className="join-sub">{text.trying}</p>}
      </div>
      <FieldError error={sentence(error)} />
      <Button kind="primary" size="large" busy={busy} onClick={goIn}>
        {text.goIn(table)}
      </Button>
      <ButtonLink kind="quiet" href={`/j#${secret}`}>
        {text.alone}
      </ButtonLink>
    </>
  );
}
