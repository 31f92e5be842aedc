/** The bell of a round that rotates: which turn it is, when the next begins, and "Schuif door" at the moment itself. */
import './turn-notice.css';
import { boardTexts } from '../i18n/board.ts';
import { useText } from '../i18n/use-text.ts';
import { Switch } from '../ui/Switch.tsx';
import { useReadable } from '../use-model.ts';
import { bellWanted, setBell } from './bell.ts';
import { formatTime } from './time-words.ts';
import { useBell } from './use-bell.ts';
import { useTurn } from './use-turn.ts';

/** A calm strip; nothing when the round does not rotate. */
export function TurnNotice() {
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
      <Switch label={text.sound} checked={bell} onChange={setBell} />
    </div>
  );
}
