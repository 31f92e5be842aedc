/** Chooses the page by address. Each page is a chunk of its own: a phone loads the join form and no more. */
import { type ComponentType, type ReactNode, Suspense } from 'react';
import { lazyPart, type LazyPart } from './lazy-part.tsx';
import { usePathname } from './navigation.tsx';
import { AnnouncerProvider } from './ui/Announcer.tsx';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';

/** A page is the default of its chunk. */
function lazyPage<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): LazyPart<Props> {
  return lazyPart(() => load().then((page) => page.default));
}

const HomePage = lazyPage(() => import('./home/HomePage.tsx'));
const SignInPage = lazyPage(() => import('./home/SignInPage.tsx'));
const JoinPage = lazyPage(() => import('./home/JoinPage.tsx'));
const TablePage = lazyPage(() => import('./home/TablePage.tsx'));
const PreparePage = lazyPage(() => import('./home/PreparePage.tsx'));
const LinksPage = lazyPage(() => import('./home/LinksPage.tsx'));
const ArchivePage = lazyPage(() => import('./archive/ArchivePage.tsx'));
const SnapshotPage = lazyPage(() => import('./archive/SnapshotPage.tsx'));
const MeetupPage = lazyPage(() => import('./meetup/MeetupPage.tsx'));
const HelpPage = lazyPage(() => import('./help/HelpPage.tsx'));
const NotFoundPage = lazyPage(() => import('./home/NotFoundPage.tsx'));

/**
 * The pages by the first part of their address. `j`, `f` and `w` carry a link's secret in the fragment and share the join
 * page, `t` is the door of a table; `m` is the meet-up itself, whichever this tab joined last.
 */
const PAGES: ReadonlyMap<string, LazyPart<Record<never, never>>> = new Map([
  ['', HomePage],
  ['sign-in', SignInPage],
  ['j', JoinPage],
  ['f', JoinPage],
  ['w', JoinPage],
  ['t', TablePage],
  ['prepare', PreparePage],
  ['archive', ArchivePage],
  ['help', HelpPage],
  ['m', MeetupPage],
]);

/** The page at an address. */
function pageAt(path: string): ReactNode {
  const [first = '', id, ...more] = path.split('/').slice(1);
  if (more.length > 0) return <NotFoundPage />;
  if (id !== undefined && id !== '') {
    if (first === 'prepare') return <PreparePage key={id} id={id} />;
    if (first === 'links') return <LinksPage key={id} id={id} />;
    return first === 'archive' ? <SnapshotPage key={id} id={id} /> : <NotFoundPage />;
  }
  const Page = PAGES.get(first) ?? NotFoundPage;
  return <Page key={first} />;
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
