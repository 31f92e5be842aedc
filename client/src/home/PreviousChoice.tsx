/** Which earlier meet-up a form looks back at: one of the archive, or none. */
import type { MeetupId, SnapshotId } from '@ruimte/shared/ids';
import { commonTexts } from '../i18n/common.ts';
import { longDay } from '../i18n/dates.ts';
import { formsTexts } from '../i18n/forms.ts';
import { useLocale, useText } from '../i18n/use-text.ts';
import { callApi } from '../model/api.ts';
import { asPreparer } from '../model/organiser.ts';
import { Field } from '../ui/Field.tsx';
import { LoadState } from '../ui/LoadState.tsx';
import { useLoad } from '../use-load.ts';

interface PreviousChoiceProps {
  readonly meetup: MeetupId | undefined;
  readonly value: SnapshotId | null;
  readonly onChange: (previous: SnapshotId | null) => void;
}

/** The newest snapshot first, as the archive has them. */
export function PreviousChoice({ meetup, value, onChange }: PreviousChoiceProps) {
  const text = useText(formsTexts);
  const common = useText(commonTexts);
  const locale = useLocale();
  const snapshots = useLoad('snapshots', (signal) =>
    asPreparer(meetup, (options) => callApi('listSnapshots', {}, { ...options, signal })),
  );
  const { loaded } = snapshots;
  if (loaded.state !== 'ready') return <LoadState load={snapshots} />;
  return (
    <Field label={text.previous} note={common.optional} hint={text.previousHint}>
      {(control) => (
        <select
          {...control}
          className="text-input"
          value={value ?? ''}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            onChange(chosen === '' ? null : (chosen as SnapshotId));
          }}
        >
          <option value="">{text.noPrevious}</option>
          {loaded.value.map(({ id, title, date }) => (
            <option key={id} value={id}>
              {`${title || common.untitled}, ${longDay(date, locale)}`}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
