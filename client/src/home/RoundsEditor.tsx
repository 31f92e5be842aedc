/** The rounds of a format: what people do in each, which are held, and how long each takes. */
import { type KeptRound, MAX_ROUND_MINUTES } from '@ruimte/shared/content/own-form';
import type { RoundView } from '@ruimte/shared/protocol/api';
import { useId, useState } from 'react';
import { formsTexts } from '../i18n/forms.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { Button } from '../ui/Button.tsx';
import { FieldError } from '../ui/Field.tsx';
import { keepAll, parseMinutes, whyUnsound } from './own-form.ts';

interface RoundsEditorProps {
  /** As the format has them. */
  readonly rounds: readonly RoundView[];
  readonly kept: readonly KeptRound[];
  readonly onChange: (kept: readonly KeptRound[]) => void;
}

/** Every change is a list of what is held; the way back to the format is one press. */
export function RoundsEditor({ rounds, kept, onChange }: RoundsEditorProps) {
  const text = useText(formsTexts);
  const say = useLocalized();
  const minutes = new Map(kept.map((round) => [round.id, round.minutes]));
  const whole = rounds.reduce((sum, round) => sum + round.minutes, 0);
  const total = kept.reduce((sum, round) => sum + round.minutes, 0);
  const changed = rounds.some((round) => minutes.get(round.id) !== round.minutes);
  const unsound = whyUnsound(rounds, kept);
  const error = unsound === 'noRounds' ? text.noRounds : unsound && text.unrevealed(say(unsound.title));
  /** Minutes undefined leaves the round out. */
  function set(id: RoundView['id'], wanted: number | undefined): void {
    onChange(
      rounds.flatMap((round) => {
        const held = round.id === id ? wanted : minutes.get(round.id);
        return held === undefined ? [] : [{ id: round.id, minutes: held }];
      }),
    );
  }
  return (
    <fieldset className="rounds-editor">
      <legend className="legend">{text.rounds}</legend>
      <p className="field-hint">{text.roundsHint}</p>
      <ol>
        {rounds.map((round) => (
          <RoundRow
            key={round.id}
            round={round}
            minutes={minutes.get(round.id)}
            onMinutes={(wanted) => set(round.id, wanted)}
          />
        ))}
      </ol>
      <p className="rounds-total num" role="status">
        {text.total(kept.length, total)}
      </p>
      {changed && (
        <Button size="small" onClick={() => onChange(keepAll(rounds))}>
          {text.asItWas(whole)}
        </Button>
      )}
      <FieldError error={error} />
    </fieldset>
  );
}

interface RoundRowProps {
  readonly round: RoundView;
  /** Undefined when the round is left out. */
  readonly minutes: number | undefined;
  readonly onMinutes: (minutes: number | undefined) => void;
}

function RoundRow({ round, minutes, onMinutes }: RoundRowProps) {
  const say = useLocalized();
  const id = useId();
  const held = minutes !== undefined;
  return (
    <li className="round-row" data-out={!held || undefined}>
      <input
        type="checkbox"
        id={id}
        checked={held}
        onChange={() => onMinutes(held ? undefined : round.minutes)}
      />
      <div>
        <label htmlFor={id}>{say(round.title)}</label>
        <Doings round={round} />
        <p>{say(round.instruction)}</p>
      </div>
      {held && <Minutes round={round} minutes={minutes} onMinutes={onMinutes} />}
    </li>
  );
}

/** In a few words: writing, turning, dots, tables. */
function Doings({ round }: { readonly round: RoundView }) {
  const { doing } = useText(formsTexts);
  const words = [
    ...(round.reveal === true ? [doing.turn] : []),
    ...(round.write === 'private' ? [doing.private] : []),
    ...(round.write === 'open' ? [doing.write] : []),
    ...(round.vote === undefined ? [] : [doing.dots(round.vote.dots)]),
    ...(round.rate === true ? [doing.rate] : []),
    ...(round.rotate === undefined ? [] : [doing.rotate]),
  ];
  return <span className="round-doings">{(words.length > 0 ? words : [doing.talk]).join(', ')}</span>;
}

/** What is being typed may be no length yet; when the field is left, the last real one stands there again. */
function Minutes({ round, minutes, onMinutes }: RoundRowProps) {
  const text = useText(formsTexts);
  const say = useLocalized();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  return (
    <span className="round-minutes">
      <input
        className="text-input num"
        type="number"
        inputMode="numeric"
        min={1}
        max={MAX_ROUND_MINUTES}
        aria-label={text.minutes(say(round.title))}
        value={typed ?? String(minutes)}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          const wanted = parseMinutes(event.currentTarget.value);
          if (wanted !== undefined) onMinutes(wanted);
        }}
        onBlur={() => setTyped(undefined)}
      />
      <span aria-hidden="true">{text.min}</span>
    </span>
  );
}
