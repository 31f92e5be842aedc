/** The plan of the spaces to choose from: native radio buttons, so that arrow keys work by themselves. */
import './space-picker.css';
import type { ZoneId } from '@ruimte/shared/ids';
import { type CSSProperties, type ReactNode, useId, useState } from 'react';
import { phoneTexts } from '../i18n/phone.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/Button.tsx';
import type { Space } from './spaces.ts';

/** More columns than this do not fit a phone: then the spaces stand under one another. */
const MAX_COLUMNS = 3;
/** Does not fit one of three columns of the narrowest phones. */
const LONG_WORD = /\S{12}/;

/** Lays its children out as the plan of the board, or as a list where that does not fit. */
export function SpaceGrid(props: { readonly spaces: readonly Space[]; readonly children: ReactNode }) {
  const columns = Math.max(...props.spaces.map(({ col, colSpan }) => col + colSpan), 1);
  const isWide = columns > MAX_COLUMNS;
  const hasLongWord = props.spaces.some(({ title }) => LONG_WORD.test(title));
  const layout = hasLongWord ? 'space-grid space-plan-wide' : 'space-grid space-plan';
  const style = { '--columns': columns } as CSSProperties;
  return (
    <div className="space-frame">
      <div className={isWide ? 'space-grid space-list' : layout} style={style}>
        {props.children}
      </div>
    </div>
  );
}

/** Tint and place of a space in a {@link SpaceGrid}. */
export function placeOf(space: Space): {
  readonly 'data-zone': number | undefined;
  readonly style: CSSProperties;
} {
  const { tint, col, row, colSpan } = space;
  return {
    'data-zone': tint,
    style: { '--col': col + 1, '--row': row + 1, '--span': colSpan } as CSSProperties,
  };
}

interface SpacePickerProps {
  readonly legend: string;
  readonly spaces: readonly Space[];
  readonly value: ZoneId | undefined;
  readonly onChange: (zone: ZoneId) => void;
  /** Only the chosen space is shown, with a way to the others: there is little room while typing. */
  readonly folded?: boolean;
}

/** One space out of all of them; the empty space is one like any other, only without a colour. */
export function SpacePicker({ legend, spaces, value, onChange, folded = false }: SpacePickerProps) {
  const text = useText(phoneTexts);
  const name = useId();
  const [unfolded, setUnfolded] = useState(false);
  // With room again the next keyboard starts folded.
  if (!folded && unfolded) setUnfolded(false);
  const chosen = spaces.find(({ id }) => id === value);
  if (folded && !unfolded && chosen !== undefined) {
    return (
      <div className="space-folded">
        <span className="space space-chosen">{chosen.title}</span>
        <Button
          kind="quiet"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setUnfolded(true)}
        >
          {text.otherSpace}
        </Button>
      </div>
    );
  }
  return (
    <fieldset>
      <legend className="visually-hidden">{legend}</legend>
      <SpaceGrid spaces={spaces}>
        {spaces.map((space) => (
          <label
            key={space.id}
            className={space.id === value ? 'space space-chosen' : 'space'}
            {...placeOf(space)}
          >
            <input
              type="radio"
              className="space-input"
              name={name}
              value={space.id}
              checked={space.id === value}
              onChange={() => onChange(space.id)}
            />
            {space.title}
          </label>
        ))}
      </SpaceGrid>
    </fieldset>
  );
}
