/** Name and date of a meet-up. */
import { LIMITS } from '@ruimte/shared/limits';
import { cleanLine } from '@ruimte/shared/text';
import { prepareTexts } from '../i18n/prepare.ts';
import { useText } from '../i18n/use-text.ts';
import { TextInput } from '../ui/Field.tsx';

interface TitleAndDateProps {
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly onTitle: (title: string) => void;
  readonly onDate: (date: string) => void;
  /** Says what is missing. */
  readonly checked: boolean;
}

/** Two fields in a row, or below one another on a narrow screen. */
export function TitleAndDate({ title, date, onTitle, onDate, checked }: TitleAndDateProps) {
  const text = useText(prepareTexts);
  return (
    <div className="title-and-date">
      <TextInput
        label={text.name}
        value={title}
        onChange={(event) => onTitle(event.target.value)}
        maxLength={LIMITS.titleGraphemes}
        error={checked && cleanLine(title) === '' ? text.nameMissing : undefined}
      />
      <TextInput
        label={text.date}
        type="date"
        value={date}
        onChange={(event) => onDate(event.target.value)}
        error={checked && date === '' ? text.dateMissing : undefined}
      />
    </div>
  );
}
