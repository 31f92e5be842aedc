/** The top of the phone: which round it is, the question as the largest text, and the time. */
import './round-header.css';
import { useEffect, useRef } from 'react';
import { boardTexts } from '../i18n/board.ts';
import { phoneTexts } from '../i18n/phone.ts';
import { useLocale, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { currentRound } from '../meetup/rounds.ts';
import { formatTime } from '../meetup/time-words.ts';
import { useRoundTime } from '../meetup/use-round-time.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { lazyPart } from '../lazy-part.tsx';
import { useReadable } from '../use-model.ts';
import { useMe } from './WriteCard.tsx';

/** Only a round that rotates needs it. */
const TurnNotice = lazyPart(() => import('../meetup/TurnNotice.tsx').then((part) => part.TurnNotice));

/** From here on the line of the time is at its full height. */
const LAST_MS = 30_000;

/** Says a new round aloud, not the one that was there when the page opened. */
function useAnnounceRound(words: string): void {
  const announce = useAnnounce();
  const round = useReadable(useMeetup().stage).round;
  const before = useRef(round);
  useEffect(() => {
    if (before.current === round) return;
    before.current = round;
    announce(words);
  }, [round, words, announce]);
}

/** Round, question and time; before the first round and after the last the meet-up's own name. */
export function RoundHeader() {
  const model = useMeetup();
  const text = useText(phoneTexts);
  const locale = useLocale();
  const stage = useReadable(model.stage);
  const { table } = useMe();
  const { meetup } = model.session;
  const found = stage.status === 'closed' ? undefined : currentRound(meetup, stage);
  const title = stage.title || meetup.title;
  const closed = stage.status === 'closed' ? text.closed : text.welcome;
  const where =
    found === undefined
      ? closed
      : text.round(found.index + 1, meetup.rounds.length, found.round.title[locale]);
  const question = found === undefined ? title : found.round.instruction[locale];
  useAnnounceRound(`${where}. ${question}`);
  return (
    <header className="round-header">
      <div className="round-header-where">
        <div className="round-header-left">
          <p>{where}</p>
          {/* There before the table is, so that it is read out. */}
          <p className="round-header-table" role="status">
            {table !== undefined && stage.status !== 'closed' && text.table(table)}
          </p>
        </div>
        <RoundClock />
      </div>
      <h1>{question}</h1>
      {stage.status === 'trying' && <p className="round-header-trial">{text.trial}</p>}
      <TimeLine />
      <TurnNotice />
    </header>
  );
}

/** The time in figures; read on request, `TimeAnnouncer` says the few moments that matter. */
function RoundClock() {
  const text = useText(boardTexts);
  const time = useRoundTime();
  if (time === undefined) return null;
  return (
    <p className="round-clock" role="timer" aria-label={text.timeLeft}>
      {time.over ? <span className="round-clock-word">{text.over}</span> : formatTime(time.leftMs)}
      {time.paused && !time.over && <span className="round-clock-word">{text.paused}</span>}
    </p>
  );
}

/** The same time as a line that grows shorter; decoration. */
function TimeLine() {
  const time = useRoundTime();
  if (time === undefined) return null;
  return (
    <div
      className="time-line"
      aria-hidden="true"
      data-paused={time.paused || undefined}
      data-last={time.leftMs <= LAST_MS || undefined}
      style={{ width: `${((1 - time.done) * 100).toFixed(2)}%` }}
    />
  );
}
