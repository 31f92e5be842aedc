/** Round ticks, the time in figures, pause and a minute more: the middle of the session bar. */
import { Pause, Play } from 'lucide-react';
import { boardTexts } from '../i18n/board.ts';
import { leadTexts } from '../i18n/lead.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { currentRound } from '../meetup/rounds.ts';
import { formatTime } from '../meetup/time-words.ts';
import { useRoundTime } from '../meetup/use-round-time.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { useLead } from './lead-context.tsx';

const MINUTE_MS = 60_000;

/** "Ronde 2 van 5" with a tick per round. */
export function RoundTicks() {
  const model = useMeetup();
  const text = useText(boardTexts);
  const stage = useReadable(model.stage);
  const { rounds } = model.session.meetup;
  const now = currentRound(model.session.meetup, stage)?.index ?? -1;
  return (
    <div className="round-ticks">
      <div className="ticks" aria-hidden="true">
        {rounds.map(({ id }) => (
          <i key={id} data-state={id === stage.round ? 'now' : stage.held.includes(id) ? 'past' : 'coming'} />
        ))}
      </div>
      <p className="num">{now < 0 ? text.beforeFirst : text.round(now + 1, rounds.length)}</p>
    </div>
  );
}

/** The time left in tabular figures, with "gepauzeerd" or "tijd is om" in words. */
export function RoundClock() {
  const text = useText(boardTexts);
  const time = useRoundTime();
  if (time === undefined) return null;
  return (
    <span className="round-clock" data-paused={time.paused || undefined}>
      <span role="timer" aria-label={text.timeLeft} className="round-time num">
        {formatTime(time.leftMs)}
      </span>
      {time.over && <span className="round-clock-word">{text.over}</span>}
      {time.paused && !time.over && <span className="round-clock-word">{text.paused}</span>}
    </span>
  );
}

/** The red line under the bar that shrinks with the time; hatched while paused, thick in the last half minute. */
export function InkLine() {
  const time = useRoundTime();
  if (time === undefined) return null;
  const last = !time.paused && time.leftMs <= MINUTE_MS / 2;
  return (
    <i
      className="ink-line"
      data-paused={time.paused || undefined}
      data-last={last || undefined}
      style={{ width: `${(1 - time.done) * 100}%` }}
    />
  );
}

/** Pause or play. */
export function PauseButton() {
  const text = useText(leadTexts);
  const time = useRoundTime();
  const { send } = useLead();
  if (time === undefined) return null;
  return (
    <IconButton
      label={time.paused ? text.resume : text.pause}
      onClick={() => void send({ type: time.paused ? 'resume' : 'pause' })}
    >
      {time.paused ? <Play size={20} aria-hidden="true" /> : <Pause size={20} aria-hidden="true" />}
    </IconButton>
  );
}

/** "+1 min". */
export function ExtendButton() {
  const text = useText(leadTexts);
  const time = useRoundTime();
  const { send } = useLead();
  if (time === undefined) return null;
  return (
    <Button
      size="small"
      className="num"
      title={text.addMinuteName}
      onClick={() => void send({ type: 'extend', ms: MINUTE_MS })}
    >
      {text.addMinute}
    </Button>
  );
}
