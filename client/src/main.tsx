/** Mounts the page. Without a root `check-browser.js` has already said why there is nothing to mount. */
import './styles/tokens.css';
import './styles/fonts.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { openLanguage } from './i18n/language.ts';

const root = document.getElementById('root');
if (root !== null) {
  openLanguage();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
