/** A format looked at before it is held: for whom, what it needs, and its rounds, to be left out or shortened. */
import type { Format } from '@ruimte/shared/content/format';
import type { MeetupId } from '@ruimte/shared/ids';
import type { FormatSummary } from '@ruimte/shared/protocol/api';
import { formsTexts } from '../i18n/forms.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { callApi } from '../model/api.ts';
import { asPreparer } from '../model/organiser.ts';
import { LoadState } from '../ui/LoadState.tsx';
import { useLoad } from '../use-load.ts';
import { FormatDiagram } from './FormatDiagram.tsx';
import { type ChosenForm, chooseRounds, keepAll } from './own-form.ts';
import { PreviousChoice } from './PreviousChoice.tsx';
import { RoundsEditor } from './RoundsEditor.tsx';

interface FormatDetailsProps {
  readonly meetup: MeetupId | undefined;
  readonly summary: FormatSummary;
  readonly form: ChosenForm;
  readonly onChange: (form: ChosenForm) => void;
}

/** Its rounds come with the whole format, which is asked for only now. */
export function FormatDetails({ meetup, summary, form, onChange }: FormatDetailsProps) {
  const say = useLocalized();
  const { id } = summary;
  const format = useLoad(id, (signal) =>
    asPreparer(meetup, (options) => callApi('readFormat', { id }, { ...options, signal })),
  );
  const { loaded } = format;
  return (
    <section className="format-details" aria-label={say(summary.title)}>
      <LoadState load={format} />
      {loaded.state === 'ready' && (
        <>
          <About format={loaded.value} summary={summary} />
          <RoundsEditor
            rounds={loaded.value.rounds}
            kept={form.rounds ?? keepAll(loaded.value.rounds)}
            onChange={(kept) => onChange({ ...form, ...chooseRounds(id, loaded.value.rounds, kept) })}
          />
          {summary.looksBack && (
            <PreviousChoice
              meetup={meetup}
              value={form.previous ?? null}
              onChange={(previous) => onChange({ ...form, previous })}
            />
          )}
        </>
      )}
    </section>
  );
}

function About({ format, summary }: { readonly format: Format; readonly summary: FormatSummary }) {
  const text = useText(formsTexts);
  const say = useLocalized();
  const { people, materials = [] } = format;
  return (
    <div className="format-about">
      <FormatDiagram zones={summary.zones} />
      <div>
        <h2>{say(format.title)}</h2>
        <p>{say(format.purpose)}</p>
        <p className="muted">{text.people(people.min, people.max)}</p>
        {materials.length > 0 && (
          <>
            <h3>{text.materials}</h3>
            <ul className="format-materials">
              {materials.map((material) => (
                <li key={material.nl}>{say(material)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
