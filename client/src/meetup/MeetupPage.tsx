/** The meet-up itself: the wall, the phone or the board, by role and by the size of the screen. */
import { RuimteError } from '@ruimte/shared/errors';
import { useEffect, useSyncExternalStore } from 'react';
import { lazyPart } from '../lazy-part.tsx';
import { thisDevice } from '../model/device.ts';
import { ToastProvider } from '../ui/Toast.tsx';
import { useReadable } from '../use-model.ts';
import { useMeetup } from './context.ts';
import { useMeetupTitle } from './use-meetup-title.ts';
import { MeetupProvider } from './MeetupProvider.tsx';
import { Opening } from './Opening.tsx';

// Each a chunk of its own: a phone never loads the canvas, the wall never the facilitator's controls.
const PhonePage = lazyPart(() => import('../phone/PhonePage.tsx').then((page) => page.default), <Opening />);
const BoardPage = lazyPart(() => import('../board/BoardPage.tsx').then((page) => page.default), <Opening />);
const WallPage = lazyPart(() => import('../wall/WallPage.tsx').then((page) => page.default), <Opening />);
const BoardCanvas = lazyPart(() => import('../canvas/BoardCanvas.tsx').then((part) => part.BoardCanvas));
const Ended = lazyPart(() => import('./Ended.tsx').then((part) => part.Ended));

/** Narrower than this in either direction a screen is a phone, also when it is held sideways. */
const PHONE_BELOW_PX = 600;

/** The device's own screen decides besides the window, so that turning a phone does not change pages. */
function isPhone(): boolean {
  return Math.min(window.innerWidth, screen.width, screen.height) < PHONE_BELOW_PX;
}

// The page comes while the server is asked who this is. Facilitators have the board on a phone too.
const expected = thisDevice().currentSession()?.role;
if (isPhone() && expected === 'participant') PhonePage.preload();
else {
  if (expected === 'wall') WallPage.preload();
  else BoardPage.preload();
  // The largest file, and both of them draw on it.
  BoardCanvas.preload();
}

function watchSize(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

/** Shows the page for the session this tab is in; without one it leads to the start. */
export default function MeetupPage() {
  return (
    <MeetupProvider>
      <ToastProvider>
        <RolePage />
      </ToastProvider>
    </MeetupProvider>
  );
}

/** The page of this role in an open meet-up. The wall never shows a way out: it says what is wrong and waits. */
export function RolePage() {
  const phone = useSyncExternalStore(watchSize, isPhone);
  const model = useMeetup();
  const connection = useReadable(model.connection);
  const { role } = model.session;
  const title = useMeetupTitle();
  useEffect(() => {
    document.title = `${title} · Ruimte`;
  }, [title]);
  if (connection.state === 'ended' && role !== 'wall') {
    const error = new RuimteError(connection.reason, connection.reason);
    return <Ended error={error} />;
  }
  if (connection.state === 'opening') return <Opening why={connection.why} />;
  // Known from before, but not its zones: a phone can be written on without them, a board is nothing without.
  const bare = connection.state === 'lost' && !(phone && role === 'participant');
  if (bare && model.board.get().zones.length === 0) return <Opening lost why={connection.why} />;
  if (role === 'wall') return <WallPage />;
  return phone && role === 'participant' ? <PhonePage /> : <BoardPage />;
}
