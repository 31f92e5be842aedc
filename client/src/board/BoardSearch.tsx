/** Looking for notes on the canvas: what is not found is dimmed, and Enter goes from one to the next. */
import { X } from 'lucide-react';
import type { NoteId } from '@ruimte/shared/ids';
import { useEffect, useRef } from 'react';
import type { BoardControl } from '../canvas/board-control.ts';
import { boardPageTexts } from '../i18n/board-page.ts';
import { useText } from '../i18n/use-text.ts';
import type { NoteFilter } from '../model/note-filter.ts';
import { SearchBar } from '../outline/SearchBar.tsx';
import { IconButton } from '../ui/Button.tsx';

interface BoardSearchProps {
  readonly filter: NoteFilter;
  readonly from: NoteId | undefined;
  readonly control: BoardControl;
  readonly onClose: () => void;
}

/** Takes the focus when it comes; Escape in the empty field closes it. What was looked for is let go with it. */
export function BoardSearch({ filter, from, control, onClose }: BoardSearchProps) {
  const text = useText(boardPageTexts);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  function close(): void {
    filter.query.set('');
    filter.community.set(undefined);
    onClose();
    document.querySelector<HTMLElement>('.board-canvas')?.focus({ preventScroll: true });
  }
  return (
    // Escape closes from wherever the focus is in it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={place}
      className="board-search"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
    >
      <SearchBar filter={filter} from={from} onGo={(note) => control.lookAtNote(note)} />
      <IconButton label={text.closeSearch} onClick={close}>
        <X size={18} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
