/** Preparing a new meet-up: format, name, date, communities; then to its links. */
import './prepare.css';
import { type FormEvent, useState } from 'react';
import { LIMITS } from '@ruimte/shared/limits';
import type { Shows } from '@ruimte/shared/protocol/api';
import { cleanLine } from '@ruimte/shared/text';
import { today } from '../i18n/dates.ts';
import { prepareTexts } from '../i18n/prepare.ts';
import { useErrorSentence } from '../i18n/use-error.ts';
import { useLocale, useText } from '../i18n/use-text.ts';
import { callApi } from '../model/api.ts';
import { asOrganiser } from '../model/organiser.ts';
import { navigate } from '../navigation.tsx';
import { Button } from '../ui/Button.tsx';
import { FieldError } from '../ui/Field.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ToastProvider } from '../ui/Toast.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { useFirstError } from '../use-first-error.ts';
import { useTask } from '../use-task.ts';
import { CommunityList } from './CommunityList.tsx';
import { FormatChoice } from './FormatChoice.tsx';
import type { ChosenForm } from './own-form.ts';
import { ShowsChoice } from './ShowsChoice.tsx';
import { TitleAndDate } from './TitleAndDate.tsx';

interface NewMeetupProps {
  /** The form is the whole page, so its heading is the page's title. */
  readonly alone?: boolean;
}

/** The form with its toasts. */
export default function NewMeetup({ alone = false }: NewMeetupProps) {
  return (
    <ToastProvider>
      <NewMeetupForm alone={alone} />
    </ToastProvider>
  );
}

function NewMeetupForm({ alone }: { readonly alone: boolean }) {
  const text = useText(prepareTexts);
  const locale = useLocale();
  const sentence = useErrorSentence();
  const { busy, error, run } = useTask();
  const [form, setForm] = useState<ChosenForm | undefined>(undefined);
  const [title, setTitle] = useState('');
  const [date, setDate] = useState(() => today());
  const [names, setNames] = useState<readonly string[]>([]);
  const [shows, setShows] = useState<Shows>('names');
  const [pressed, setPressed] = useState(false);
  const { form: element, check } = useFirstError();
  useKeptFocus(element);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setPressed(true);
    check();
    if (form === undefined || !form.sound || cleanLine(title) === '' || date === '') return;
    run(async () => {
      const communities = names.map((name) => ({ name }));
      const { format, rounds, previous } = form;
      const request = {
        format,
        title: cleanLine(title),
        date,
        locale,
        communities,
        shows,
        ...(rounds === undefined ? {} : { rounds }),
        ...(previous ? { previous } : {}),
      };
      const meetup = await asOrganiser((options) => callApi('createMeetup', request, options));
      navigate(`/links/${meetup.id}`);
    });
  }

  return (
    <form ref={element} className="prepare" onSubmit={submit} noValidate aria-label={text.newTitle}>
      {alone ? <PageTitle>{text.newTitle}</PageTitle> : <h2 className="prepare-title">{text.newTitle}</h2>}
      <FormatChoice value={form} onChange={setForm} />
      <FieldError error={pressed && form === undefined ? text.formatMissing : undefined} />
      <TitleAndDate title={title} date={date} onTitle={setTitle} onDate={setDate} checked={pressed} />
      <CommunityList
        communities={names.map((name, index) => ({ key: String(index), name, number: index + 1 }))}
        onAdd={(name) => setNames([...names, name])}
        onRename={(key, name) => setNames(names.map((each, index) => (String(index) === key ? name : each)))}
        onRemove={(key) => {
          const before = names;
          setNames(names.filter((_, index) => String(index) !== key));
          return () => setNames(before);
        }}
        full={names.length >= LIMITS.communities}
      />
      <ShowsChoice value={shows} onChange={setShows} />
      <FieldError error={sentence(error)} />
      <div className="prepare-end">
        <Button type="submit" kind="primary" size="large" busy={busy}>
          {text.create}
        </Button>
        <span className="muted">{text.createHint}</span>
      </div>
    </form>
  );
}
