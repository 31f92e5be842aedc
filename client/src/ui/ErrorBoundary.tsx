/** The last net: a page that broke says so and offers to load again. Kept free of everything that may be what broke. */
import { Component, type ReactNode } from 'react';
import { atHandTexts } from '../i18n/at-hand.ts';
import { language } from '../i18n/language.ts';
import { Button } from './Button.tsx';
import './message.css';

/** Shows a sentence in place of a page that failed to load or to draw. React reports the error on the console. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    const text = atHandTexts[language.get()];
    return (
      <main className="message" role="alert">
        <h1>{text.broken.title}</h1>
        <p>{text.broken.text}</p>
        <Button kind="primary" onClick={() => location.reload()}>
          {text.broken.reload}
        </Button>
        {/* A plain link, which loads the page anew: loading this one again may not help. */}
        <a className="button button-plain button-medium" href="/">
          {text.home}
        </a>
      </main>
    );
  }
}
