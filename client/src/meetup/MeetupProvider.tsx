/** Reads the session this tab is in and opens its meet-up, once. */
import { RuimteError } from '@ruimte/shared/errors';
import { type ReactNode, useEffect, useState } from 'react';
import { suggestLanguage } from '../i18n/language.ts';
import { callApi } from '../model/api.ts';
import { openMeetup } from '../model/open-meetup.ts';
import { currentMeetup } from '../model/sessions.ts';
import { navigate } from '../navigation.tsx';
import { MeetupContext, type OpenMeetup } from './context.ts';
import { Opening, OpeningFailed } from './Opening.tsx';

/** A server that is away is asked again after this long. */
const ASK_AGAIN_MS = 3_000;

type Progress =
  | { readonly state: 'asking'; readonly failed: boolean }
  | { readonly state: 'none' }
  | { readonly state: 'refused'; readonly error: unknown }
  | { readonly state: 'open'; readonly open: OpenMeetup };

/** Gives the pages inside it the open meet-up; leads to the start when this tab is in none. */
export function MeetupProvider({ children }: { readonly children: ReactNode }) {
  const progress = useOpening();
  if (progress.state === 'none') return <ToStart />;
  if (progress.state === 'refused') return <OpeningFailed error={progress.error} />;
  if (progress.state === 'asking') return <Opening lost={progress.failed} />;
  return <MeetupContext value={progress.open}>{children}</MeetupContext>;
}

/** Nothing to show here: the code field is the way in. */
function ToStart() {
  useEffect(() => navigate('/', { replace: true }), []);
  return null;
}

function useOpening(): Progress {
  const [progress, setProgress] = useState<Progress>({ state: 'asking', failed: false });
  useEffect(() => {
    let open: OpenMeetup | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const controller = new AbortController();
    async function ask(): Promise<void> {
      try {
        const current = await currentMeetup(undefined, { signal: controller.signal });
        if (controller.signal.aborted) return;
        if (current === undefined) return setProgress({ state: 'none' });
        const { session } = current.stored;
        suggestLanguage(current.view.meetup.locale);
        open = {
          model: openMeetup({ session: current.view, sessionSecret: session, callApi }),
          ask: (name, request) => callApi(name, request, { session }),
        };
        setProgress({ state: 'open', open });
      } catch (error) {
        if (controller.signal.aborted) return;
        if (error instanceof RuimteError) return setProgress({ state: 'refused', error });
        setProgress({ state: 'asking', failed: true });
        timer = setTimeout(() => void ask(), ASK_AGAIN_MS);
      }
    }
    void ask();
    return () => {
      controller.abort();
      clearTimeout(timer);
      open?.model.close();
    };
  }, []);
  return progress;
}
