/** Reads the session this tab is in and opens its meet-up, once. */
import { RuimteError } from '@ruimte/shared/errors';
import type { SessionView } from '@ruimte/shared/protocol/api';
import { Fragment, type ReactNode, useEffect, useState } from 'react';
import { suggestLanguage } from '../i18n/language.ts';
import { lazyPart } from '../lazy-part.tsx';
import { callApi } from '../model/api.ts';
import { thisDevice } from '../model/device.ts';
import { openMeetup } from '../model/open-meetup.ts';
import { currentMeetup, lastMeetup, type OpenSession } from '../model/current-meetup.ts';
import { navigate } from '../navigation.tsx';
import { untilItComes } from '../until-it-comes.ts';
import { MeetupContext, type OpenMeetup } from './context.ts';
import { Opening } from './Opening.tsx';

const OpeningFailed = lazyPart(() => import('./Ended.tsx').then((part) => part.OpeningFailed), <Opening />);

/** A server that is away is asked again after this long. */
const ASK_AGAIN_MS = 3_000;
/** A server that has not answered by then is not waited for: writing can begin with what it said last. */
const PATIENCE_MS = 2_000;

type Progress =
  | { readonly state: 'asking'; readonly failed: boolean }
  | { readonly state: 'none' }
  | { readonly state: 'refused'; readonly error: unknown }
  | { readonly state: 'open'; readonly open: OpenMeetup; readonly says: string };

/** Gives the pages inside it the open meet-up; leads to the start when this tab is in none. */
export function MeetupProvider({ children }: { readonly children: ReactNode }) {
  const progress = useOpening();
  if (progress.state === 'none') return <ToStart />;
  if (progress.state === 'refused') return <OpeningFailed error={progress.error} />;
  if (progress.state === 'asking') return <Opening lost={progress.failed} />;
  return (
    <Fragment key={progress.says}>
      <MeetupContext value={progress.open}>{children}</MeetupContext>
    </Fragment>
  );
}

/** Nothing to show here: the code field is the way in. */
function ToStart() {
  useEffect(() => navigate('/', { replace: true }), []);
  return null;
}

/** What signs apart comes by itself, where a meet-up needs it. */
async function signingFor({ participant, authorSecret: secret }: SessionView) {
  if (participant === null || secret === undefined) return {};
  const { signApart } = await untilItComes(() => import('../model/apart.ts'));
  return { signing: signApart({ participant, secret }) };
}

function useOpening(): Progress {
  const [progress, setProgress] = useState<Progress>({ state: 'asking', failed: false });
  useEffect(() => {
    let open: OpenMeetup | undefined;
    let says: string | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const controller = new AbortController();
    async function show({ stored: { session }, view, tickets }: OpenSession): Promise<void> {
      // Opened before with the same words: nothing changes for whoever is writing.
      const now = JSON.stringify({ ...view, now: 0 });
      if (says === now) return;
      says = now;
      const signing = await signingFor(view);
      if (controller.signal.aborted || says !== now) return;
      suggestLanguage(view.meetup.locale);
      open?.model.close();
      open = {
        model: openMeetup({
          session: view,
          sessionSecret: session,
          tickets,
          callApi,
          ...signing,
          // With other rounds and spaces the page begins anew; the documents stay open.
          onForm: () =>
            open && setProgress({ state: 'open', open, says: now + open.model.session.meetup.form }),
        }),
        ask: (name, request) => callApi(name, request, { session }),
      };
      setProgress({ state: 'open', open, says });
    }
    function showLast(): void {
      const last = lastMeetup();
      if (open === undefined && last !== undefined) void show(last);
    }
    const patience = setTimeout(showLast, PATIENCE_MS);
    async function ask(): Promise<void> {
      const role = thisDevice().currentSession()?.role;
      try {
        const current = await currentMeetup(undefined, { signal: controller.signal });
        if (controller.signal.aborted) return;
        clearTimeout(patience);
        if (current !== undefined) return await show(current);
        // An open meet-up finds out by itself that its session is over, and still has the words.
        if (open !== undefined) return;
        // Who leads, and a hall, would not know why they look at a start page: their link has been renewed.
        const ended = role !== undefined && role !== 'participant';
        const error = new RuimteError('signInNeeded', 'the session has ended');
        setProgress(ended ? { state: 'refused', error } : { state: 'none' });
      } catch (error) {
        if (controller.signal.aborted) return;
        if (error instanceof RuimteError) {
          clearTimeout(patience);
          if (open === undefined) setProgress({ state: 'refused', error });
          return;
        }
        showLast();
        if (open === undefined) setProgress({ state: 'asking', failed: true });
        timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
      }
    }
    void ask();
    return () => {
      controller.abort();
      clearTimeout(timer);
      clearTimeout(patience);
      open?.model.close();
    };
  }, []);
  return progress;
}
