/** One choice out of a few: as cards or as chips. Native radio buttons, so that arrow keys and forms work by themselves. */
import './choice.css';
import { type ReactNode, useId } from 'react';

/** One of the things to choose. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly content: ReactNode;
  /** 1 to 12 gives the card the paper of that community. */
  readonly community?: number;
}

interface RadioCardsProps<Value extends string> {
  readonly legend: ReactNode;
  /** Beside the legend in a lighter ink. */
  readonly note?: string;
  readonly choices: readonly Choice<Value>[];
  /** Undefined while nothing is chosen. */
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  /** `paper`: two columns on community paper; `card`: large cards; `chip`: pills in a row. */
  readonly look: 'paper' | 'card' | 'chip';
  readonly required?: boolean;
}

/** A group of radio buttons under one legend. */
export function RadioCards<Value extends string>(props: RadioCardsProps<Value>) {
  const { legend, note, choices, value, onChange, look, required = false } = props;
  const name = useId();
  return (
    <fieldset className={`choices choices-${look}`}>
      <legend className="legend">
        {legend}
        {note !== undefined && <span className="field-note"> {note}</span>}
      </legend>
      <div className="choices-list">
        {choices.map((choice) => (
          <label key={choice.value} className="choice" data-community={choice.community}>
            <input
              type="radio"
              className="choice-input"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              required={required}
              onChange={() => onChange(choice.value)}
            />
            <span className="choice-body">{choice.content}</span>
            {look !== 'chip' && (
              <svg className="choice-check" viewBox="0 0 24 24" aria-hidden="true">
                <path d="M5 12.5l4.5 4.5L19 7" fill="none" stroke="currentColor" strokeWidth="2.2" />
              </svg>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
