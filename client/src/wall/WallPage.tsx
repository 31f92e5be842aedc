/** The projected view: question, time and the way in on the left, the board on the right. It only reads. */
import './wall.css';
import { useEffect } from 'react';
import { wallTexts } from '../i18n/wall.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useMeetupTitle } from '../meetup/use-meetup-title.ts';
import { TimeAnnouncer } from '../meetup/TimeAnnouncer.tsx';
import { useReadable } from '../use-model.ts';
import { currentRound } from '../meetup/rounds.ts';
import { lazyPart } from '../lazy-part.tsx';
import { toggleFullScreen, toggleTheme, wallTheme } from './wall-theme.ts';
import { resultsShown } from './results-shown.ts';
import { WallBoard } from './WallBoard.tsx';
import { WallCaption } from './WallCaption.tsx';
import { WallControls } from './WallControls.tsx';
import { WallResults } from './WallResults.tsx';
import { WallWelcome } from './WallWelcome.tsx';

const WallCompare = lazyPart(
  () => import('./WallCompare.tsx').then((part) => part.WallCompare),
  <WallBoard />,
);

/** Which of its states the wall is in. */
function stateOf(stage: { readonly status: string; readonly blank: boolean; readonly round: unknown }) {
  if (stage.blank && stage.status !== 'closed') return 'blank';
  if (stage.status === 'closed') return 'closed';
  return stage.round === null ? 'welcome' : 'round';
}

/** Nothing of the facilitator is ever on it. Lost connections are said small and come back by themselves. */
export default function WallPage() {
  const model = useMeetup();
  const text = useText(wallTexts);
  const theme = useReadable(wallTheme);
  const title = useMeetupTitle();
  const state = stateOf(useReadable(model.stage));
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    return () => {
      delete document.documentElement.dataset['theme'];
    };
  }, [theme]);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.key.toLowerCase() === 'd') toggleTheme();
      else if (event.key.toLowerCase() === 'f') toggleFullScreen();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <main className="wall" data-state={state}>
      {state === 'blank' && <h1 className="visually-hidden">{title}</h1>}
      {state === 'closed' && (
        <div className="wall-closed">
          <h1>{text.closed}</h1>
          <p>{text.closedText}</p>
        </div>
      )}
      {state === 'welcome' && <WallWelcome />}
      {state === 'round' && (
        <>
          <WallCaption />
          <BoardOrResults />
        </>
      )}
      <WallMarks blank={state === 'blank'} />
      <WallControls />
      <TimeAnnouncer />
    </main>
  );
}

function BoardOrResults() {
  const model = useMeetup();
  const stage = useReadable(model.stage);
  const results = resultsShown(model.session.meetup, stage, useReadable(model.board));
  const looksBack = currentRound(model.session.meetup, stage)?.round.compare !== undefined;
  if (looksBack) return <WallCompare />;
  return results === undefined ? <WallBoard /> : <WallResults results={results} />;
}

/** "proef", and in small how it stands with the connection. */
function WallMarks({ blank }: { readonly blank: boolean }) {
  const model = useMeetup();
  const text = useText(wallTexts);
  const { status } = useReadable(model.stage);
  const { state } = useReadable(model.connection);
  return (
    <div className="wall-marks" role="status">
      {status === 'trying' && !blank && <span className="wall-trial">{text.trial}</span>}
      {state === 'lost' && <span>{text.lost}</span>}
      {state === 'notSaving' && <span>{text.notSaving}</span>}
      {state === 'ended' && <span>{text.ended}</span>}
    </div>
  );
}
