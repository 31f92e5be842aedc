/** The bar on top of every page outside a meet-up. */
import './top-bar.css';
import type { ReactNode } from 'react';
import { commonTexts } from '../i18n/common.ts';
import { useText } from '../i18n/use-text.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Wordmark } from './Plan.tsx';

/** Wordmark left, the page's own links and the language right. */
export function TopBar({ children }: { readonly children?: ReactNode }) {
  const text = useText(commonTexts);
  return (
    <header className="top-bar">
      <Wordmark />
      <nav className="top-bar-links" aria-label={text.menu}>
        {children}
        <LanguageSwitch />
      </nav>
    </header>
  );
}
