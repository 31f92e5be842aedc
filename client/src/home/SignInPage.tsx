/** Signing in as organiser: with the one-time link of the terminal, or with the passphrase. */
import '../ui/message.css';
import { type FormEvent, useEffect, useState } from 'react';
import { homeTexts } from '../i18n/home.ts';
import { useErrorSentence } from '../i18n/use-error.ts';
import { useText } from '../i18n/use-text.ts';
import { signIn } from '../model/organiser.ts';
import { navigate } from '../navigation.tsx';
import { Button } from '../ui/Button.tsx';
import { FieldError, TextInput } from '../ui/Field.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { TopBar } from '../ui/TopBar.tsx';
import { useTask } from '../use-task.ts';
import { takeSignInLink } from './sign-in-link.ts';

/** `/sign-in`, and where the start leads with a link in its fragment. Goes to the start once signed in. */
export default function SignInPage() {
  const { signIn: text } = useText(homeTexts);
  const sentence = useErrorSentence();
  const { run, busy, error } = useTask();
  const [passphrase, setPassphrase] = useState('');
  const [pressed, setPressed] = useState(false);

  // The link is taken out of the address before it is used: what is left there could be shared or bookmarked.
  const [link] = useState(takeSignInLink);
  useEffect(() => {
    if (link === undefined) return;
    run(async () => {
      await signIn({ link });
      navigate('/', { replace: true });
    });
  }, [link, run]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setPressed(true);
    if (passphrase.trim() === '') return;
    run(async () => {
      await signIn({ passphrase });
      navigate('/', { replace: true });
    });
  }

  const usingLink = link !== undefined && error === undefined;
  return (
    <div>
      <TopBar />
      <main className="message">
        <PageTitle>{usingLink ? text.withLink : text.title}</PageTitle>
        {!usingLink && (
          <form className="sign-in" onSubmit={submit} noValidate>
            <TextInput
              type="password"
              autoComplete="current-password"
              label={text.passphrase}
              hint={text.hint}
              value={passphrase}
              onChange={(event) => setPassphrase(event.target.value)}
              error={pressed && passphrase.trim() === '' ? text.missing : undefined}
            />
            <FieldError error={sentence(error)} />
            <Button type="submit" kind="primary" size="large" busy={busy}>
              {text.title}
            </Button>
          </form>
        )}
      </main>
    </div>
  );
}
