/** Choosing a format: a card each, with its purpose and length, and the rounds of the one that is chosen. */
import './prepare.css';
import type { FormatId } from '@ruimte/shared/ids';
import type { FormatSummary } from '@ruimte/shared/protocol/api';
import { commonTexts } from '../i18n/common.ts';
import { prepareTexts } from '../i18n/prepare.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { callApi } from '../model/api.ts';
import { asOrganiser } from '../model/organiser.ts';
import { LoadState } from '../ui/LoadState.tsx';
import { RadioCards } from '../ui/RadioCards.tsx';
import { useLoad } from '../use-load.ts';
import { FormatDiagram } from './FormatDiagram.tsx';

interface FormatChoiceProps {
  readonly value: FormatId | undefined;
  readonly onChange: (format: FormatId) => void;
}

/** Only formats this server can run are in its list. */
export function FormatChoice({ value, onChange }: FormatChoiceProps) {
  const text = useText(prepareTexts);
  const say = useLocalized();
  const formats = useLoad('formats', (signal) =>
    asOrganiser((options) => callApi('listFormats', {}, { ...options, signal })),
  );
  const { loaded } = formats;
  if (loaded.state !== 'ready') return <LoadState load={formats} />;
  if (loaded.value.length === 0) return <p>{text.noFormats}</p>;
  const chosen = loaded.value.find((format) => format.id === value);
  return (
    <div className="format-choice">
      <RadioCards
        look="card"
        legend={text.format}
        choices={loaded.value.map((format) => ({
          value: format.id,
          content: <FormatCard format={format} />,
        }))}
        value={value}
        onChange={onChange}
      />
      {chosen !== undefined && <RoundsPreview key={chosen.id} id={chosen.id} title={say(chosen.title)} />}
    </div>
  );
}

function FormatCard({ format }: { readonly format: FormatSummary }) {
  const text = useText(prepareTexts);
  const say = useLocalized();
  return (
    <>
      <FormatDiagram layout={format.layout} />
      <strong className="format-title">{say(format.title)}</strong>
      <span className="format-purpose">{say(format.purpose)}</span>
      <small className="format-length">
        {text.phase[format.phase]} · {text.length(format.rounds, format.minutes)}
      </small>
    </>
  );
}

function RoundsPreview({ id, title }: { readonly id: FormatId; readonly title: string }) {
  const text = useText(prepareTexts);
  const common = useText(commonTexts);
  const say = useLocalized();
  const format = useLoad(id, (signal) =>
    asOrganiser((options) => callApi('readFormat', { id }, { ...options, signal })),
  );
  const { loaded } = format;
  return (
    <details className="rounds-preview">
      <summary>{text.preview(title)}</summary>
      <LoadState load={format} />
      {loaded.state === 'ready' && (
        <ol>
          {loaded.value.rounds.map((round) => (
            <li key={round.id}>
              <strong>{say(round.title)}</strong>{' '}
              <span className="muted">{common.minutes(round.minutes)}</span>
              <p>{say(round.instruction)}</p>
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}
