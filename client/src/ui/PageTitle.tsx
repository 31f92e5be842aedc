/** The title of a page: on the page, in the tab, and where focus lands when somebody comes from another page. */
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';

let pagesShown = 0;

/** Brings the focus to the title of a page that takes the place of another. The first page leaves it where it is. */
export function useArrival(title: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (pagesShown > 0) title.current?.focus({ preventScroll: true });
    pagesShown += 1;
  }, [title]);
}

interface PageTitleProps {
  /** What the tab says before "Ruimte"; default the title itself when that is text. */
  readonly tab?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The one `h1` of a page. */
export function PageTitle({ tab, className, children }: PageTitleProps) {
  const title = useRef<HTMLHeadingElement>(null);
  const words = tab ?? (typeof children === 'string' ? children : '');
  useEffect(() => {
    document.title = words === '' ? 'Ruimte' : `${words} · Ruimte`;
  }, [words]);
  useArrival(title);
  return (
    <h1 ref={title} tabIndex={-1} className={`page-title${className === undefined ? '' : ` ${className}`}`}>
      {children}
    </h1>
  );
}
