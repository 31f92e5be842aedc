/** Mounts the page. Without a root `check-browser.js` has already said why there is nothing to mount. */
import './styles/tokens.css';
import './styles/fonts.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { openLanguage } from './i18n/language.ts';

/** What a link carries behind its `#`: a secret of 22 characters, the organiser's with a word before it, a table's with its number. */
const LINK_FRAGMENT = /^#(sign-in=)?[\w-]{22}(\.\d+)?$/;
// A link pasted into a tab that is on its page already changes the fragment alone: the page has to begin anew.
window.addEventListener('hashchange', () => {
  if (LINK_FRAGMENT.test(window.location.hash)) window.location.reload();
});

const root = document.getElementById('root');
if (root !== null) {
  openLanguage();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
