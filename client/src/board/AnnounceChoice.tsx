/** Choosing how much of what others do is read aloud. */
import './announce-choice.css';
import { useId } from 'react';
import { changesTexts } from '../i18n/changes.ts';
import { useText } from '../i18n/use-text.ts';
import type { AnnounceLevel } from '../model/announcing.ts';
import { useReadable } from '../use-model.ts';
import { announceLevel, setAnnounceLevel } from './announce-level.ts';

/** Beside the keys: who needs the one looks there for the other. */
export function AnnounceChoice() {
  const text = useText(changesTexts);
  const level = useReadable(announceLevel);
  const id = useId();
  return (
    <div className="announce-choice">
      <label htmlFor={id}>{text.level}</label>
      <select
        id={id}
        className="text-input"
        value={level}
        onChange={({ currentTarget }) => setAnnounceLevel(currentTarget.value as AnnounceLevel)}
      >
        {(['all', 'zone', 'off'] as const).map((each) => (
          <option key={each} value={each}>
            {text.levels[each]}
          </option>
        ))}
      </select>
    </div>
  );
}
