/** Choosing a format by phase: a card each, and of the one that is chosen all there is to know before it is held. */
import './prepare.css';
import { useState } from 'react';
import type { MeetupId } from '@ruimte/shared/ids';
import type { FormatSummary } from '@ruimte/shared/protocol/api';
import { formsTexts } from '../i18n/forms.ts';
import { prepareTexts } from '../i18n/prepare.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { callApi } from '../model/api.ts';
import { asPreparer } from '../model/organiser.ts';
import { LoadState } from '../ui/LoadState.tsx';
import { RadioCards } from '../ui/RadioCards.tsx';
import { useLoad } from '../use-load.ts';
import { FormatDetails } from './FormatDetails.tsx';
import { FormatDiagram } from './FormatDiagram.tsx';
import type { ChosenForm } from './own-form.ts';
import { PhaseTabs } from './PhaseTabs.tsx';

const PHASES = ['orientation', 'deepening', 'evaluation', 'any'] as const;
type Phase = FormatSummary['phase'];

interface FormatChoiceProps {
  /** The meet-up whose form it is; undefined while it is being made. */
  readonly meetup?: MeetupId;
  readonly value: ChosenForm | undefined;
  readonly onChange: (form: ChosenForm) => void;
}

/** Only formats this server can run are in its list. */
export function FormatChoice(props: FormatChoiceProps) {
  const text = useText(prepareTexts);
  const formats = useLoad('formats', (signal) =>
    asPreparer(props.meetup, (options) => callApi('listFormats', {}, { ...options, signal })),
  );
  const { loaded } = formats;
  if (loaded.state !== 'ready') return <LoadState load={formats} />;
  if (loaded.value.length === 0) return <p>{text.noFormats}</p>;
  return <Formats {...props} formats={loaded.value} />;
}

function Formats({
  meetup,
  formats,
  value,
  onChange,
}: FormatChoiceProps & { readonly formats: readonly FormatSummary[] }) {
  const text = useText(prepareTexts);
  const forms = useText(formsTexts);
  const chosen = formats.find(({ id }) => id === value?.format);
  const [phase, setPhase] = useState<Phase>(chosen?.phase ?? 'orientation');
  const phases = PHASES.filter((each) => formats.some((format) => format.phase === each));
  return (
    <div className="format-choice">
      <PhaseTabs
        label={forms.phases}
        phases={phases.map((each) => ({ phase: each, name: forms.phase[each] }))}
        shown={phase}
        onShow={setPhase}
      >
        <RadioCards
          look="card"
          legend={text.format}
          choices={formats
            .filter((format) => format.phase === phase)
            .map((format) => ({ value: format.id, content: <FormatCard format={format} /> }))}
          value={value?.format}
          onChange={(format) => onChange({ format, sound: true })}
        />
      </PhaseTabs>
      {value !== undefined && chosen !== undefined && (
        <FormatDetails key={chosen.id} meetup={meetup} summary={chosen} form={value} onChange={onChange} />
      )}
    </div>
  );
}

function FormatCard({ format }: { readonly format: FormatSummary }) {
  const forms = useText(formsTexts);
  const say = useLocalized();
  return (
    <>
      <FormatDiagram zones={format.zones} />
      <strong className="format-title">{say(format.title)}</strong>
      <span className="format-purpose">{say(format.purpose)}</span>
      <small className="format-length">{forms.length(format.rounds, format.minutes)}</small>
    </>
  );
}
