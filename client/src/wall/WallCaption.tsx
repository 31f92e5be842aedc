/** The caption of a round: which one, the question, the time, and how to join for who comes late. */
import { QrCode } from '../home/QrCode.tsx';
import { boardTexts } from '../i18n/board.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { wallTexts } from '../i18n/wall.ts';
import { useMeetup } from '../meetup/context.ts';
import { currentRound } from '../meetup/rounds.ts';
import { formatTime } from '../meetup/time-words.ts';
import { useBell } from '../meetup/use-bell.ts';
import { useJoining } from '../meetup/use-joining.ts';
import { useRoundTime } from '../meetup/use-round-time.ts';
import { useTurn } from '../meetup/use-turn.ts';
import { Plan } from '../ui/Plan.tsx';
import { useReadable } from '../use-model.ts';

/** Longer questions get a wider caption, so that they stay as large as the back row needs. */
const SHORT = 44;
const MIDDLE = 130;

function widthFor(question: string): 'short' | 'middle' | 'long' {
  if (question.length <= SHORT) return 'short';
  return question.length <= MIDDLE ? 'middle' : 'long';
}

/** 428 px of 1920 for a short question. */
export function WallCaption() {
  const model = useMeetup();
  const text = useText(boardTexts);
  const say = useLocalized();
  const stage = useReadable(model.stage);
  const { meetup } = model.session;
  const found = currentRound(meetup, stage);
  if (found === undefined) return null;
  const question = say(found.round.instruction);
  return (
    <aside className="wall-caption" data-width={widthFor(question)}>
      <p className="wall-round num">
        <LitPlan />
        {text.round(found.index + 1, meetup.rounds.length)}
      </p>
      <h1>{question}</h1>
      <WallTime />
      <WallTurn />
      <WallJoin />
    </aside>
  );
}

/** The plan, marking the space in the light. */
function LitPlan() {
  const model = useMeetup();
  const { zones, notes } = useReadable(model.board);
  const { spotlight } = useReadable(model.stage);
  if (model.session.meetup.layout !== 'nine-spaces') return null;
  const note = spotlight !== null && 'note' in spotlight ? notes.get(spotlight.note) : undefined;
  const lit = spotlight !== null && 'zone' in spotlight ? spotlight.zone : note?.zone;
  const index = zones.findIndex(({ id }) => id === lit);
  return <Plan size={34} {...(index < 0 ? {} : { zone: index + 1 })} />;
}

function WallTime() {
  const text = useText(wallTexts);
  const { timeLeft } = useText(boardTexts);
  const time = useRoundTime();
  if (time === undefined) return null;
  return (
    <>
      <p className="wall-time">
        <span className="num" role="timer" aria-label={timeLeft}>
          {formatTime(time.leftMs)}
        </span>
        {time.over && <small>{text.over}</small>}
        {time.paused && !time.over && <small>{text.paused}</small>}
      </p>
      <div className="wall-line" data-paused={time.paused || undefined}>
        <i style={{ width: `${(1 - time.done) * 100}%` }} />
      </div>
    </>
  );
}

function WallTurn() {
  const text = useText(boardTexts).turn;
  const turn = useTurn();
  const ringing = useBell(turn?.turn);
  if (turn === undefined) return null;
  return (
    <p className="wall-turn num" data-ringing={ringing || undefined}>
      {ringing ? text.now : text.turn(turn.turn + 1, turn.turns)}
      <span>{turn.nextBellMs === undefined ? text.last : text.next(formatTime(turn.nextBellMs))}</span>
    </p>
  );
}

function WallJoin() {
  const text = useText(wallTexts);
  const joining = useJoining();
  if (joining === undefined || joining.code === null) return null;
  return (
    <div className="wall-join">
      <div>
        <QrCode value={joining.link} label={text.qr} className="wall-qr" />
        <p>
          <b className="num">{joining.code}</b>
          <span>{text.at(joining.address)}</span>
        </p>
      </div>
    </div>
  );
}
