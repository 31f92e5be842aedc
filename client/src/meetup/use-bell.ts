/** The moment at which a round that rotates moves on. */
import { useEffect, useRef, useState } from 'react';
import { boardTexts } from '../i18n/board.ts';
import { useText } from '../i18n/use-text.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { useReadable } from '../use-model.ts';
import { bellWanted, ringBell } from './bell.ts';
import { useMeetup } from './context.ts';

/** How long "Schuif door" stands there. */
const NOTICE_MS = 12_000;

/** True for a while after each bell; rings and announces it once. @param turn - counted from 0; undefined when none. */
export function useBell(turn: number | undefined): boolean {
  const text = useText(boardTexts).turn;
  const announce = useAnnounce();
  const round = useReadable(useMeetup().stage).roundStartedAt;
  const before = useRef({ turn, round });
  const [ringing, setRinging] = useState(false);
  useEffect(() => {
    const last = before.current;
    before.current = { turn, round };
    if (turn === undefined || last.turn === undefined || last.round !== round || turn <= last.turn) {
      if (last.round !== round) setRinging(false);
      return;
    }
    setRinging(true);
    announce(text.now);
    if (bellWanted.get()) ringBell();
  }, [turn, round, announce, text]);
  useEffect(() => {
    if (!ringing) return undefined;
    const timer = setTimeout(() => setRinging(false), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [ringing]);
  return ringing;
}
