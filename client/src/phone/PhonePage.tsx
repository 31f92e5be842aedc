/** The participant on a small screen: read the question, choose a space, type, lay it down; or read the board. */
import './phone.css';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { useLayoutEffect, useRef, useState } from 'react';
import { phoneTexts } from '../i18n/phone.ts';
import { useText } from '../i18n/use-text.ts';
import { lazyPart } from '../lazy-part.tsx';
import { ConnectionBar } from '../meetup/ConnectionBar.tsx';
import { useMeetup } from '../meetup/context.ts';
import { useReadable } from '../use-model.ts';
import { BoardIcon, PencilIcon } from './Icons.tsx';
import { RoundHeader } from './RoundHeader.tsx';
import { useKeyboardOpen } from './use-keyboard.ts';
import { WritePart } from './WritePart.tsx';

// Chunks of their own: somebody who comes in to write waits for none of them.
const TimeAnnouncer = lazyPart(() =>
  import('../meetup/TimeAnnouncer.tsx').then((part) => part.TimeAnnouncer),
);
const BoardPart = lazyPart(() => import('./BoardPart.tsx').then((part) => part.BoardPart));
const SpotlightLine = lazyPart(() => import('./SpotlightLine.tsx').then((part) => part.SpotlightLine));
const PersonMenu = lazyPart(() => import('./PersonMenu.tsx').then((part) => part.PersonMenu));

type Part = 'write' | 'board';

/** Two parts under one header. The writing part stays in place while the other is read, with all that is in it. */
export default function PhonePage() {
  const text = useText(phoneTexts);
  const model = useMeetup();
  const dots = useReadable(model.marking)?.dots !== undefined;
  const { spotlight } = useReadable(model.stage);
  const [part, setPart] = useState<Part>('write');
  const [look, setLook] = useState<{ readonly zone: ZoneId; readonly note: NoteId | undefined }>();
  const keyboard = useKeyboardOpen();
  const scrolled = useRef<Record<Part, number>>({ write: 0, board: 0 });
  useLayoutEffect(() => {
    window.scrollTo(0, scrolled.current[part]);
  }, [part]);

  function goTo(next: Part): void {
    scrolled.current[part] = window.scrollY;
    setPart(next);
  }
  return (
    <div className="phone" data-keyboard={keyboard || undefined}>
      <RoundHeader />
      <ConnectionBar />
      <TimeAnnouncer />
      <main className="phone-main">
        <div role="status">
          {spotlight !== null && (
            <SpotlightLine
              onLook={(zone, note) => {
                setLook({ zone, note });
                goTo('board');
              }}
            />
          )}
        </div>
        <div hidden={part !== 'write'}>
          <WritePart keyboard={keyboard} />
        </div>
        {part === 'board' && (
          <BoardPart
            zone={look?.zone}
            note={look?.note}
            onZone={(zone) => setLook({ zone, note: undefined })}
          />
        )}
        <PersonMenu />
      </main>
      <nav className="phone-nav" aria-label={text.parts}>
        <button
          type="button"
          aria-current={part === 'write' ? 'page' : undefined}
          onClick={() => goTo('write')}
        >
          <PencilIcon />
          {dots ? text.dots : text.write}
        </button>
        <button
          type="button"
          aria-current={part === 'board' ? 'page' : undefined}
          onClick={() => goTo('board')}
        >
          <BoardIcon />
          {text.board}
        </button>
      </nav>
    </div>
  );
}
