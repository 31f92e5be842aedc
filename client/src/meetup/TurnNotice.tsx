/** The bell of a round that rotates: which turn it is, when the next begins, and "Schuif door" at the moment itself. */
import './turn-notice.css';
import { useEffect, useRef, useState } from 'react';
import { boardTexts } from '../i18n/board.ts';
import { useText } from '../i18n/use-text.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Switch } from '../ui/Switch.tsx';
import { useReadable } from '../use-model.ts';
import { bellWanted, ringBell, setBell } from './bell.ts';
import { useMeetup } from './context.ts';
import { formatTime } from './time-words.ts';
import { useTurn } from './use-round-time.ts';

/** How long "Schuif door" stands there. */
const NOTICE_MS = 12_000;

/** True for a while after each bell; rings and announces it. */
function useBell(turn: number | undefined): boolean {
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
  }, [ringing, turn]);
  return ringing;
}

/** A calm strip; nothing when the round does not rotate. @param sound - offers the bell's sound too. */
export function TurnNotice({ sound = true }: { readonly sound?: boolean }) {
  const text = useText(boardTexts).turn;
  const turn = useTurn();
  const ringing = useBell(turn?.turn);
  const bell = useReadable(bellWanted);
  if (turn === undefined) return null;
  return (
    <div className="turn-notice" data-ringing={ringing || undefined}>
      {ringing && <strong className="turn-now">{text.now}</strong>}
      <span className="num">
        {text.turn(turn.turn + 1, turn.turns)},{' '}
        {turn.nextBellMs === undefined ? text.last : text.next(formatTime(turn.nextBellMs))}
      </span>
      {sound && <Switch label={text.sound} checked={bell} onChange={setBell} />}
    </div>
  );
}
