/** How it stands with the connection, in words, under the bar of every page of a meet-up. */
import './connection.css';
import { Suspense, useEffect, useState } from 'react';
import { connectionTexts } from '../i18n/connection.ts';
import { useCloseReason } from '../i18n/use-close-reason.ts';
import { useText } from '../i18n/use-text.ts';
import { lazyPart } from '../lazy-part.tsx';
import { useReadable } from '../use-model.ts';
import { useMeetup } from './context.ts';

/** Comes by itself once the page stands there: words that were refused are shown by what is already at hand. */
const UnsentNotes = lazyPart(() => import('./UnsentNotes.tsx').then((part) => part.UnsentNotes));

/** How long "weer verbonden" stands there. */
const BACK_MS = 4_000;
/** Shorter than this it was no loss that anybody saw: the board was opened anew, for example. */
const AWAY_MS = 1_000;

/** How many own notes waited for the connection that came back; undefined when that was not just now. */
function useBack(): number | undefined {
  const model = useMeetup();
  const [waited, setWaited] = useState<number | undefined>(undefined);
  useEffect(() => {
    let lostAt: number | undefined;
    // The most there were: the board may be back, and take notes, a moment before the stage is.
    let most = 0;
    const count = (): void => {
      if (lostAt !== undefined) most = Math.max(most, model.unsent.get().length);
    };
    const stopCounting = model.unsent.subscribe(count);
    const stopFollowing = model.connection.subscribe(() => {
      const { state } = model.connection.get();
      if (state === 'lost') lostAt ??= performance.now();
      count();
      if (state !== 'live') return setWaited(undefined);
      const away = lostAt !== undefined && performance.now() - lostAt >= AWAY_MS;
      if (away || (lostAt !== undefined && most > 0)) setWaited(most);
      lostAt = undefined;
      most = 0;
    });
    return () => {
      stopCounting();
      stopFollowing();
    };
  }, [model]);
  useEffect(() => {
    if (waited === undefined) return undefined;
    const timer = setTimeout(() => setWaited(undefined), BACK_MS);
    return () => clearTimeout(timer);
  }, [waited]);
  return waited;
}

/** The bar, and under it the notes that were refused. Nothing while all is well. */
export function ConnectionBar() {
  const model = useMeetup();
  const text = useText(connectionTexts);
  const connection = useReadable(model.connection);
  const { state } = connection;
  const reason = useCloseReason(connection.state === 'lost' ? connection.why : undefined);
  const keeping = useReadable(model.keeping);
  const unsent = useReadable(model.unsent).filter((note) => note.state !== 'refused').length;
  const waited = useBack();
  let line: string | undefined;
  if (state === 'lost') line = reason ?? text.lost;
  else if (state === 'notSaving') line = text.notSaving;
  else if (waited !== undefined) {
    const sent = waited - unsent;
    if (sent > 0) line = text.backSent(sent);
    else line = unsent > 0 ? text.backSending(unsent) : text.back;
  }
  return (
    <div className="connection">
      <div role="status">
        {line !== undefined && (
          <p className="connection-line" data-state={waited === undefined ? state : 'back'}>
            {line}
          </p>
        )}
        {!keeping && (
          <p className="connection-line" data-state="notSaving">
            {text.notKeeping}
          </p>
        )}
      </div>
      <Suspense fallback={null}>
        <UnsentNotes />
      </Suspense>
    </div>
  );
}
