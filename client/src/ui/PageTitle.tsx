/** The title of a page: on the page, in the tab, and where focus lands when somebody comes from another page. */
import { type ReactNode, useEffect, useRef } from 'react';

let pagesShown = 0;

interface PageTitleProps {
  /** What the tab says before "Ruimte"; default the title itself when that is text. */
  readonly tab?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The one `h1` of a page. The first page leaves focus where the browser puts it. */
export function PageTitle({ tab, className, children }: PageTitleProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const words = tab ?? (typeof children === 'string' ? children : '');
  useEffect(() => {
    document.title = words === '' ? 'Ruimte' : `${words} · Ruimte`;
  }, [words]);
  useEffect(() => {
    if (pagesShown > 0) title.current?.focus({ preventScroll: true });
    pagesShown += 1;
  }, []);
  return (
    <h1 ref={title} tabIndex={-1} className={`page-title${className === undefined ? '' : ` ${className}`}`}>
      {children}
    </h1>
  );
}
