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

interface OfOne {
  /** The second part of the address; empty where there is none. */
  readonly id: string;
}

/**
 * The pages by the first part of their address. `j`, `f` and `w` carry a link's secret in the fragment and share the join
 * page, `t` is the door of a table; `m` is the meet-up itself, whichever this tab joined last.
 */
const PAGES = new Map<string, LazyPart<OfOne>>([
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

/** Pages of one thing, by the first part of their address; its id is the second. */
const PAGES_OF_ONE = new Map<string, LazyPart<OfOne>>([
  ['prepare', PreparePage],
  ['links', LinksPage],
  ['archive', SnapshotPage],
]);

/** The page at an address. */
function pageAt(path: string): ReactNode {
  const [first = '', id = '', ...more] = path.split('/').slice(1);
  const pages = id === '' ? PAGES : PAGES_OF_ONE;
  const Page = (more.length === 0 && pages.get(first)) || NotFoundPage;
  return <Page key={first + id} id={id} />;
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
