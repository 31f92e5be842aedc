/** The start: a code for who comes to join; for the organiser also the meet-ups and a new one. */
import './home.css';
import { Suspense, useEffect, useState } from 'react';
import { lazyPart } from '../lazy-part.tsx';
import { commonTexts } from '../i18n/common.ts';
import { homeTexts } from '../i18n/home.ts';
import { useText } from '../i18n/use-text.ts';
import { thisDevice } from '../model/device.ts';
import { organiserSignedIn, signOut } from '../model/organiser.ts';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Wordmark } from '../ui/Plan.tsx';
import { useReadable } from '../use-model.ts';
import { CodeForm } from './CodeForm.tsx';
import { SheetFrame } from './SheetFrame.tsx';
import { parseSignInLink, takeSignInLink } from './sign-in-link.ts';

const SignInPage = lazyPart(() => import('./SignInPage.tsx').then((part) => part.default));
const RecentMeetups = lazyPart(() => import('./RecentMeetups.tsx').then((part) => part.default));
const NewMeetup = lazyPart(() => import('./NewMeetup.tsx').then((part) => part.default));

/** `/`; with a sign-in link in the fragment it first signs in. */
export default function HomePage() {
  const text = useText(homeTexts);
  const common = useText(commonTexts);
  const signedIn = useReadable(organiserSignedIn());
  const [viaLink] = useState(() => parseSignInLink(window.location.hash) !== undefined);
  const inMeetup = thisDevice().currentSession() !== undefined;
  // Signed in already: the link is not needed, and does not belong in the address bar.
  useEffect(() => {
    if (viaLink && signedIn) takeSignInLink();
  }, [viaLink, signedIn]);
  if (viaLink && !signedIn) return <SignInPage />;
  return (
    <main className="home">
      <SheetFrame>
        <div className="home-air">
          <Wordmark size={22} />
          <PageTitle tab={text.tab} className="home-title">
            {text.title}
          </PageTitle>
          <p className="home-lead">{text.lead}</p>
          <CodeForm />
          {inMeetup && <ButtonLink href="/m">{text.back}</ButtonLink>}
          {signedIn && (
            <Suspense fallback={null}>
              <RecentMeetups />
            </Suspense>
          )}
        </div>
      </SheetFrame>
      <div className="home-side">
        <nav className="home-nav" aria-label={common.menu}>
          {signedIn && (
            <>
              <ButtonLink kind="quiet" href="/archive">
                {common.archive}
              </ButtonLink>
              <Button kind="quiet" onClick={() => void signOut().catch(() => undefined)}>
                {common.signOut}
              </Button>
            </>
          )}
          <ButtonLink kind="quiet" href="/help">
            {common.help}
          </ButtonLink>
          <LanguageSwitch />
        </nav>
        {signedIn ? (
          <Suspense fallback={null}>
            <NewMeetup />
          </Suspense>
        ) : (
          <Explanation />
        )}
      </div>
    </main>
  );
}

function Explanation() {
  const text = useText(homeTexts);
  return (
    <section className="home-how">
      <h2>{text.how.title}</h2>
      <ol>
        {text.how.steps.split('\n').map((step, index) => (
          <li key={step}>
            <span className="num" aria-hidden="true">
              {index + 1}
            </span>
            {step}
          </li>
        ))}
      </ol>
      <div className="home-organiser">
        <h2>{text.organiser.title}</h2>
        <p>{text.organiser.text}</p>
        <ButtonLink href="/sign-in">{text.organiser.signIn}</ButtonLink>
      </div>
    </section>
  );
}
