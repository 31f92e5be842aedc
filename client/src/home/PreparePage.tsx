/** Preparing: a new meet-up, or changing one, also while it is open. */
import './prepare.css';
import { type FormEvent, useRef, useState } from 'react';
import { RuimteError } from '@ruimte/shared/errors';
import type { MeetupId } from '@ruimte/shared/ids';
import type { MeetupDetail } from '@ruimte/shared/protocol/api';
import { cleanLine } from '@ruimte/shared/text';
import { prepareTexts } from '../i18n/prepare.ts';
import { showsTexts } from '../i18n/shows.ts';
import { useErrorSentence } from '../i18n/use-error.ts';
import { useText } from '../i18n/use-text.ts';
import { callApi } from '../model/api.ts';
import { asManager } from '../model/organiser.ts';
import { navigate } from '../navigation.tsx';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { FieldError } from '../ui/Field.tsx';
import { LoadState } from '../ui/LoadState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { ToastProvider } from '../ui/Toast.tsx';
import { TopBar } from '../ui/TopBar.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { useLoad } from '../use-load.ts';
import { useTask } from '../use-task.ts';
import { EditCommunities } from './EditCommunities.tsx';
import { FormatChoice } from './FormatChoice.tsx';
import { type ChosenForm, keepAll } from './own-form.ts';
import NewMeetup from './NewMeetup.tsx';
import { ShowsChoice } from './ShowsChoice.tsx';
import { TitleAndDate } from './TitleAndDate.tsx';

/** `/prepare`, where the id is empty, and `/prepare/:id`. */
export default function PreparePage({ id }: { readonly id: string }) {
  const text = useText(prepareTexts);
  return (
    <div>
      <TopBar>
        {id !== '' && (
          <ButtonLink kind="quiet" href={`/links/${id}`}>
            {text.toLinks}
          </ButtonLink>
        )}
      </TopBar>
      <main className="prepare-page">
        {id === '' ? (
          <NewMeetup alone />
        ) : (
          <ToastProvider>
            <EditMeetup id={id as MeetupId} />
          </ToastProvider>
        )}
      </main>
    </div>
  );
}

function EditMeetup({ id }: { readonly id: MeetupId }) {
  const text = useText(prepareTexts);
  const meetup = useLoad(id, (signal) =>
    asManager(id, (options) => callApi('readMeetup', { id }, { ...options, signal })),
  );
  const { loaded } = meetup;
  return (
    <>
      <PageTitle>{text.editTitle}</PageTitle>
      <LoadState load={meetup} />
      {loaded.state === 'ready' && <EditForm meetup={loaded.value} />}
    </>
  );
}

/** Name, date and format are kept on "Bewaar"; each change to the communities at once, with a way back. */
function EditForm({ meetup }: { readonly meetup: MeetupDetail }) {
  const { id } = meetup;
  const text = useText(prepareTexts);
  const showsText = useText(showsTexts);
  const sentence = useErrorSentence();
  const { busy, error, run } = useTask();
  const [title, setTitle] = useState(meetup.title);
  const [date, setDate] = useState(meetup.date);
  const [chosen, setChosen] = useState<ChosenForm>({
    format: meetup.view.format.id,
    rounds: keepAll(meetup.view.rounds),
    previous: meetup.view.previous?.id ?? null,
    sound: true,
  });
  const [changed, setChanged] = useState(false);
  const [shows, setShows] = useState(meetup.view.shows);
  const showsChanged = shows !== meetup.view.shows;
  const [pressed, setPressed] = useState(false);
  const isTooLate = error instanceof RuimteError && error.code === 'invalid' && showsChanged;
  const formatOpen = meetup.status === 'prepared';
  const element = useRef<HTMLFormElement>(null);
  useKeptFocus(element);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setPressed(true);
    if (cleanLine(title) === '' || date === '' || !chosen.sound) return;
    run(async () => {
      const { format, rounds, previous = null } = chosen;
      const form = { format, previous, ...(rounds === undefined ? {} : { rounds }) };
      const request = {
        id,
        title: cleanLine(title),
        date,
        ...(changed ? form : {}),
        ...(showsChanged ? { shows } : {}),
      };
      await asManager(id, (options) => callApi('updateMeetup', request, options));
      navigate(`/links/${id}`);
    });
  }

  return (
    <form ref={element} className="prepare" onSubmit={submit} noValidate>
      {formatOpen ? (
        <FormatChoice
          meetup={id}
          value={chosen}
          onChange={(form) => {
            setChosen(form);
            setChanged(true);
          }}
        />
      ) : (
        <p>{text.formatFixed}</p>
      )}
      <TitleAndDate title={title} date={date} onTitle={setTitle} onDate={setDate} checked={pressed} />
      <EditCommunities meetup={meetup} />
      <ShowsChoice value={shows} onChange={meetup.people === 0 ? setShows : undefined} />
      <FieldError error={isTooLate ? showsText.tooLate : sentence(error)} />
      <div className="prepare-end">
        <Button type="submit" kind="primary" size="large" busy={busy}>
          {text.save}
        </Button>
      </div>
    </form>
  );
}
