/** The meet-up itself: the wall, the phone or the board, by role and by the size of the screen. */
import { lazy, useEffect, useSyncExternalStore } from 'react';
import { thisDevice } from '../model/device.ts';
import { navigate } from '../navigation.tsx';

const PhonePage = lazy(() => import('../phone/PhonePage.tsx'));
const BoardPage = lazy(() => import('../board/BoardPage.tsx'));
const WallPage = lazy(() => import('../wall/WallPage.tsx'));

/** Narrower than this in either direction a screen is a phone, also when it is held sideways. */
const PHONE_BELOW_PX = 600;

/** The device's own screen decides besides the window, so that turning a phone does not change pages. */
function isPhone(): boolean {
  return Math.min(window.innerWidth, screen.width, screen.height) < PHONE_BELOW_PX;
}

function watchSize(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

/** Shows the page for the session this tab is in; without one it leads to the start. */
export default function MeetupPage() {
  const phone = useSyncExternalStore(watchSize, isPhone);
  const session = thisDevice().currentSession();
  if (session === undefined) return <ToStart />;
  if (session.role === 'wall') return <WallPage />;
  return phone && session.role === 'participant' ? <PhonePage /> : <BoardPage />;
}

/** Nothing to show here: the code field is the way in. */
function ToStart() {
  useEffect(() => navigate('/', { replace: true }), []);
  return null;
}
