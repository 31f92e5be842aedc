/** Chooses the page by address. Each page is a chunk of its own: a phone loads the join form and no more. */
import { type ReactNode, Suspense } from 'react';
import { lazyPart } from './lazy-part.tsx';
import { usePathname } from './navigation.tsx';
import { AnnouncerProvider } from './ui/Announcer.tsx';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';

const HomePage = lazyPart(() => import('./home/HomePage.tsx').then((page) => page.default));
const SignInPage = lazyPart(() => import('./home/SignInPage.tsx').then((page) => page.default));
const JoinPage = lazyPart(() => import('./home/JoinPage.tsx').then((page) => page.default));
const PreparePage = lazyPart(() => import('./home/PreparePage.tsx').then((page) => page.default));
const LinksPage = lazyPart(() => import('./home/LinksPage.tsx').then((page) => page.default));
const ArchivePage = lazyPart(() => import('./archive/ArchivePage.tsx').then((page) => page.default));
const SnapshotPage = lazyPart(() => import('./archive/SnapshotPage.tsx').then((page) => page.default));
const MeetupPage = lazyPart(() => import('./meetup/MeetupPage.tsx').then((page) => page.default));
const HelpPage = lazyPart(() => import('./help/HelpPage.tsx').then((page) => page.default));
const NotFoundPage = lazyPart(() => import('./home/NotFoundPage.tsx').then((page) => page.default));

/**
 * The page at an address. `/j`, `/f` and `/w` carry a link's secret in the fragment and share the join page;
 * `/m` is the meet-up itself, whichever this tab joined last.
 */
function pageAt(path: string): ReactNode {
  const [first = '', id, ...more] = path.split('/').slice(1);
  if (more.length > 0) return <NotFoundPage />;
  if (id !== undefined && id !== '') {
    if (first === 'prepare') return <PreparePage key={id} id={id} />;
    if (first === 'links') return <LinksPage key={id} id={id} />;
    return first === 'archive' ? <SnapshotPage key={id} id={id} /> : <NotFoundPage />;
  }
  switch (first) {
    case '':
      return <HomePage />;
    case 'sign-in':
      return <SignInPage />;
    case 'j':
    case 'f':
    case 'w':
      return <JoinPage key={first} />;
    case 'prepare':
      return <PreparePage key="new" />;
    case 'archive':
      return <ArchivePage />;
    case 'help':
      return <HelpPage />;
    case 'm':
      return <MeetupPage />;
    default:
      return <NotFoundPage />;
  }
}

/** The whole client. */
export function App() {
  const path = usePathname();
  return (
    <ErrorBoundary>
      <AnnouncerProvider>
        <Suspense fallback={null}>{pageAt(path)}</Suspense>
      </AnnouncerProvider>
    </ErrorBoundary>
  );
}
