/** The spaces a note can go to: the way without dragging. */
import type { Note } from '@ruimte/shared/schema/note';
import type { Zone } from '@ruimte/shared/schema/zone';
import { useEffect, useRef } from 'react';
import { outlineTexts } from '../i18n/outline.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';

interface MoveMenuProps {
  readonly note: Note;
  readonly zones: readonly Zone[];
  /** Answered or left; says where the focus belongs: on the canvas, which has it already, or in the list. */
  readonly onDone: (focus: 'canvas' | 'list') => void;
}

/** Takes the focus when it comes; Escape leaves it. */
export function MoveMenu({ note, zones, onDone }: MoveMenuProps) {
  const model = useMeetup();
  const text = useText(outlineTexts);
  const say = useLocalized();
  const announce = useAnnounce();
  const menu = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLElement>(undefined);
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && activeElement.matches('.board-canvas'))
      canvas.current = activeElement;
    menu.current?.querySelector('button')?.focus();
  }, []);
  function leave(): void {
    canvas.current?.focus({ preventScroll: true });
    onDone(canvas.current === undefined ? 'list' : 'canvas');
  }
  function moveTo(zone: Zone): void {
    model.actions.sendToZone(note.id, zone.id);
    announce(text.moved(say(zone.title)));
    leave();
  }
  return (
    // Escape leaves from whichever button has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={menu}
      className="outline-actions"
      role="group"
      aria-label={text.moveTo}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        leave();
      }}
    >
      {zones
        .filter(({ id }) => id !== note.zone)
        .map((zone) => (
          <Button key={zone.id} size="small" onClick={() => moveTo(zone)}>
            {say(zone.title)}
          </Button>
        ))}
    </div>
  );
}
