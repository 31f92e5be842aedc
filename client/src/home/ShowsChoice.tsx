/** What a meet-up shows with its notes: a choice with one sentence each, or what was chosen once it is fixed. */
import type { Shows } from '@ruimte/shared/protocol/api';
import { showsTexts } from '../i18n/shows.ts';
import { useText } from '../i18n/use-text.ts';
import { RadioCards } from '../ui/RadioCards.tsx';

interface ShowsChoiceProps {
  readonly value: Shows;
  /** Undefined once it is fixed. */
  readonly onChange: ((shows: Shows) => void) | undefined;
}

/** Names, or communities alone. */
export function ShowsChoice({ value, onChange }: ShowsChoiceProps) {
  const text = useText(showsTexts);
  if (onChange === undefined) {
    return (
      <div>
        <p className="legend">{text.legend}</p>
        <p>{text.fixed[value]}</p>
      </div>
    );
  }
  return (
    <RadioCards
      look="card"
      legend={text.legend}
      choices={(['names', 'communities'] as const).map((shows) => ({
        value: shows,
        content: (
          <>
            <strong>{text.choice[shows]}</strong>
            <span>{text.hint[shows]}</span>
          </>
        ),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
