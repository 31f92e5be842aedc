/** Chooses the page by address. Each page is a chunk of its own: a phone loads the join form and no more. */
import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { ErrorBoundary } from './ui/ErrorBoundary.tsx';
import { AnnouncerProvider } from './ui/Announcer.tsx';

const HomePage = lazy(() => import('./home/HomePage.tsx'));
const SignInPage = lazy(() => import('./home/SignInPage.tsx'));
const JoinPage = lazy(() => import('./home/JoinPage.tsx'));
const PreparePage = lazy(() => import('./home/PreparePage.tsx'));
const LinksPage = lazy(() => import('./home/LinksPage.tsx'));
const ArchivePage = lazy(() => import('./archive/ArchivePage.tsx'));
const SnapshotPage = lazy(() => import('./archive/SnapshotPage.tsx'));
const MeetupPage = lazy(() => import('./meetup/MeetupPage.tsx'));
const NotFoundPage = lazy(() => import('./home/NotFoundPage.tsx'));

/**
 * The whole client. `/j`, `/f` and `/w` carry a link's secret in the fragment and share the join page;
 * `/m` is the meet-up itself, whichever this tab joined last.
 */
export function App() {
  return (
    <ErrorBoundary>
      <AnnouncerProvider>
        <Suspense fallback={null}>
          <Switch>
            <Route path="/" component={HomePage} />
            <Route path="/sign-in" component={SignInPage} />
            <Route path="/j" component={JoinPage} />
            <Route path="/f" component={JoinPage} />
            <Route path="/w" component={JoinPage} />
            <Route path="/prepare/:id?" component={PreparePage} />
            <Route path="/links/:id" component={LinksPage} />
            <Route path="/archive" component={ArchivePage} />
            <Route path="/archive/:id" component={SnapshotPage} />
            <Route path="/m" component={MeetupPage} />
            <Route component={NotFoundPage} />
          </Switch>
        </Suspense>
      </AnnouncerProvider>
    </ErrorBoundary>
  );
}
