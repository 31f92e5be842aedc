/** Another form half-way: chosen from all there are, looked at, and asked once with what stays and what goes. */
import '../home/prepare.css';
import './change-form.css';
import type { Format } from '@ruimte/shared/content/format';
import { planForm } from '@ruimte/shared/facilitation/change-form';
import { zonesInUse } from '@ruimte/shared/facilitation/zones-in-use';
import type { FormatId, ZoneId } from '@ruimte/shared/ids';
import type { FormatSummary } from '@ruimte/shared/protocol/api';
import { useState } from 'react';
import { FormatDiagram } from '../home/FormatDiagram.tsx';
import { changeFormTexts } from '../i18n/change-form.ts';
import { commonTexts } from '../i18n/common.ts';
import { formsTexts } from '../i18n/forms.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useAsk, useMeetup } from '../meetup/context.ts';
import { useBoardPart } from '../meetup/use-board-part.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Field } from '../ui/Field.tsx';
import { LoadState } from '../ui/LoadState.tsx';
import { useLoad } from '../use-load.ts';
import { useReadable } from '../use-model.ts';
import { useOnDesks } from './DeskNotice.tsx';
import { useLead } from './lead-context.tsx';
import { TurnNow } from './RoundProgress.tsx';

const PHASES = ['orientation', 'deepening', 'evaluation', 'any'] as const;

/** The choice; what it would bring about is said once a form has been chosen. */
export function ChangeForm() {
  const text = useText(changeFormTexts);
  const ask = useAsk();
  const formats = useLoad('formats', () => ask('listFormats', {}));
  const { loaded } = formats;
  const [chosen, setChosen] = useState('');
  const waiting = useOnDesks();
  if (loaded.state !== 'ready') return <LoadState load={formats} />;
  const summary = loaded.value.find(({ id }) => id === chosen);
  return (
    <div className="lead-form">
      <p className="muted">{text.hint}</p>
      {waiting > 0 ? (
        <>
          <p>{text.desks(waiting)}</p>
          <TurnNow />
        </>
      ) : (
        <>
          <FormSelect formats={loaded.value} value={chosen} onChange={setChosen} />
          {summary !== undefined && <Preview key={summary.id} summary={summary} />}
        </>
      )}
    </div>
  );
}

interface FormSelectProps {
  readonly formats: readonly FormatSummary[];
  readonly value: string;
  readonly onChange: (format: string) => void;
}

/** By phase, without the form there is. */
function FormSelect({ formats, value, onChange }: FormSelectProps) {
  const text = useText(changeFormTexts);
  const forms = useText(formsTexts);
  const say = useLocalized();
  const { format } = useMeetup().session.meetup;
  return (
    <Field label={text.choose}>
      {(control) => (
        <select
          {...control}
          className="text-input"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          <option value="">{text.none}</option>
          {PHASES.map((phase) => (
            <optgroup key={phase} label={forms.phase[phase]}>
              {formats
                .filter(({ id, phase: own }) => own === phase && id !== format.id)
                .map(({ id, title }) => (
                  <option key={id} value={id}>
                    {say(title)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}

function Preview({ summary }: { readonly summary: FormatSummary }) {
  const text = useText(changeFormTexts);
  const forms = useText(formsTexts);
  const common = useText(commonTexts);
  const say = useLocalized();
  const ask = useAsk();
  const format = useLoad(summary.id, () => ask('readFormat', { id: summary.id }));
  const { loaded } = format;
  const [asking, setAsking] = useState(false);
  if (loaded.state !== 'ready') return <LoadState load={format} />;
  const { purpose, rounds, minutes } = loaded.value;
  return (
    <section className="change-form" aria-label={say(summary.title)}>
      <FormatDiagram zones={summary.zones} />
      <p>{say(purpose)}</p>
      <p className="muted num">{forms.length(rounds.length, minutes)}</p>
      <ol className="change-form-rounds">
        {rounds.map((round) => (
          <li key={round.id}>
            <span>{say(round.title)}</span>
            <span className="num muted">{common.minutes(round.minutes)}</span>
          </li>
        ))}
      </ol>
      <WhatStays format={loaded.value} />
      <Button size="small" onClick={() => setAsking(true)}>
        {text.goOn}
      </Button>
      <AskOnce format={loaded.value} open={asking} onClose={() => setAsking(false)} />
    </section>
  );
}

function AskOnce({
  format,
  open,
  onClose,
}: {
  readonly format: Format;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const text = useText(changeFormTexts);
  const say = useLocalized();
  const announce = useAnnounce();
  const { send, busy } = useLead();
  const { revision } = useReadable(useMeetup().stage);
  async function goOn(): Promise<void> {
    const wanted = { type: 'changeForm', format: format.id as FormatId, fromRevision: revision } as const;
    if (await send(wanted)) announce(text.done(say(format.title)));
    onClose();
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={text.askTitle(say(format.title))}
      actions={
        <Button kind="primary" busy={busy} onClick={() => void goOn()}>
          {text.confirm}
        </Button>
      }
    >
      <p>{text.ask}</p>
      <WhatStays format={format} />
      <p>{text.askBack}</p>
    </Dialog>
  );
}

/** In sentences, with the names the spaces have now. */
function WhatStays({ format }: { readonly format: Format }) {
  const model = useMeetup();
  const text = useText(changeFormTexts);
  const say = useLocalized();
  const zones = useBoardPart('zones');
  const holds = zonesInUse(useReadable(model.board));
  const next = format.layout.zones;
  const plan = planForm(zones, model.session.meetup.zones, next, holds);
  const named = (ids: ReadonlySet<ZoneId>): readonly string[] =>
    zones.filter(({ id }) => ids.has(id)).map(({ title }) => say(title));
  const sentences = [
    { say: text.same, names: named(plan.same) },
    { say: text.stays, names: named(plan.kept) },
    { say: text.comes, names: next.filter(({ id }) => !plan.same.has(id)).map(({ title }) => say(title)) },
    { say: text.goes, names: named(plan.gone) },
  ].filter(({ names }) => names.length > 0);
  return (
    <ul className="change-form-what">
      {sentences.map(({ say: sentence, names }) => (
        <li key={sentence([])}>{upperFirst(sentence(names))}</li>
      ))}
    </ul>
  );
}

/** Names of spaces begin small within a sentence, a sentence does not. */
const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
