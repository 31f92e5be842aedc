/** Another meet-up like this one: the same form and communities, a name and day of its own, new links. */
import './prepare.css';
import { useState } from 'react';
import type { MeetupDetail } from '@ruimte/shared/protocol/api';
import { cleanLine } from '@ruimte/shared/text';
import { today } from '../i18n/dates.ts';
import { formsTexts } from '../i18n/forms.ts';
import { useErrorSentence } from '../i18n/use-error.ts';
import { useText } from '../i18n/use-text.ts';
import { callApi } from '../model/api.ts';
import { asOrganiser } from '../model/organiser.ts';
import { navigate } from '../navigation.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FieldError } from '../ui/Field.tsx';
import { useTask } from '../use-task.ts';
import { TitleAndDate } from './TitleAndDate.tsx';

/** A button with its question; only an organiser prepares meet-ups. */
export function DuplicateMeetup({ meetup }: { readonly meetup: MeetupDetail }) {
  const text = useText(formsTexts);
  const sentence = useErrorSentence();
  const { busy, error, run } = useTask();
  const [asking, setAsking] = useState(false);
  const [title, setTitle] = useState(meetup.title);
  const [date, setDate] = useState(() => today());
  const [pressed, setPressed] = useState(false);
  function make(): void {
    setPressed(true);
    if (cleanLine(title) === '' || date === '') return;
    run(async () => {
      const request = {
        format: meetup.view.format.id,
        like: meetup.id,
        title: cleanLine(title),
        date,
        locale: meetup.locale,
        communities: meetup.communities
          .filter(({ mergedInto }) => mergedInto === undefined)
          .map(({ name }) => ({ name })),
      };
      const made = await asOrganiser((options) => callApi('createMeetup', request, options));
      navigate(`/links/${made.id}`);
    });
  }
  return (
    <>
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {text.again}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={text.againTitle}
        actions={
          <Button kind="primary" busy={busy} onClick={make}>
            {text.againDo}
          </Button>
        }
      >
        <p>{text.againText}</p>
        <TitleAndDate title={title} date={date} onTitle={setTitle} onDate={setDate} checked={pressed} />
        <FieldError error={sentence(error)} />
      </Dialog>
    </>
  );
}
