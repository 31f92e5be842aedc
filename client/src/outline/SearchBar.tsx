/** Looking for notes: words, a community, how many there are, and the way from one to the next. */
import './search-bar.css';
import { ChevronDown, ChevronUp, Search } from 'lucide-react';
import type { CommunityId, NoteId } from '@ruimte/shared/ids';
import { type KeyboardEvent, useId, useMemo, useSyncExternalStore } from 'react';
import { outlineTexts } from '../i18n/outline.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import type { NoteFilter } from '../model/note-filter.ts';
import { IconButton } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';

interface SearchBarProps {
  readonly filter: NoteFilter;
  /** The note one is at; next and previous are counted from there. */
  readonly from: NoteId | undefined;
  /** Goes to a note that was found. */
  readonly onGo: (note: NoteId) => void;
}

/** Enter goes to the next note that was found, Shift+Enter to the previous; Escape empties the field. */
export function SearchBar({ filter, from, onGo }: SearchBarProps) {
  const model = useMeetup();
  const text = useText(outlineTexts).search;
  const query = useReadable(filter.query);
  const community = useReadable(filter.community);
  const matches = useReadable(filter.matches);
  const all = useSyncExternalStore(model.board.subscribe, () => model.board.part('communities'));
  const communities = useMemo(
    () =>
      [...all.values()]
        .filter(({ mergedInto }) => mergedInto === undefined)
        .sort((a, b) => a.number - b.number),
    [all],
  );
  const id = useId();

  function go(step: 1 | -1): void {
    const note = filter.next(from, step);
    if (note !== undefined) onGo(note);
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape' && query !== '') {
      event.preventDefault();
      event.stopPropagation();
      filter.query.set('');
    }
  }
  return (
    <search className="search-bar">
      <div className="search-words">
        <Search size={18} aria-hidden="true" />
        <input
          type="search"
          className="text-input"
          data-search
          autoComplete="off"
          enterKeyHint="search"
          aria-label={text.label}
          placeholder={text.label}
          value={query}
          onChange={(event) => filter.query.set(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {communities.length > 1 && (
        <div className="search-community">
          <label className="visually-hidden" htmlFor={id}>
            {text.community}
          </label>
          <select
            id={id}
            className="text-input"
            value={community ?? ''}
            onChange={({ currentTarget: { value } }) =>
              filter.community.set(value === '' ? undefined : (value as CommunityId))
            }
          >
            <option value="">{text.all}</option>
            {communities.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </div>
      )}
      <p className="search-found num" role="status">
        {matches !== undefined && text.found(matches.size)}
      </p>
      {matches !== undefined && matches.size > 0 && (
        <span className="search-steps">
          <IconButton label={text.previous} onClick={() => go(-1)}>
            <ChevronUp size={18} aria-hidden="true" />
          </IconButton>
          <IconButton label={text.next} onClick={() => go(1)}>
            <ChevronDown size={18} aria-hidden="true" />
          </IconButton>
        </span>
      )}
    </search>
  );
}
