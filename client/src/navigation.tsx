/**
 * Moving between pages: the address bar as something to watch, and links that follow it without loading anew.
 * A router is 2 kB that the join page, which has to fit 80 kB with React, would carry for a table of ten addresses.
 */
import { type ComponentProps, type MouseEvent, useSyncExternalStore } from 'react';

/** Told on the window when the address was changed by `navigate`: the browser itself tells only of back and forth. */
const MOVED = 'ruimte-moved';

/** Goes to an address of ours. @param options - `replace`: back does not return to where one was. */
export function navigate(address: string, options: { readonly replace?: boolean } = {}): void {
  if (options.replace === true) window.history.replaceState(null, '', address);
  else window.history.pushState(null, '', address);
  window.dispatchEvent(new Event(MOVED));
}

function watchAddress(changed: () => void): () => void {
  window.addEventListener('popstate', changed);
  window.addEventListener(MOVED, changed);
  return () => {
    window.removeEventListener('popstate', changed);
    window.removeEventListener(MOVED, changed);
  };
}

/** The path of the page, without query and fragment. */
export function usePathname(): string {
  return useSyncExternalStore(watchAddress, () => window.location.pathname);
}

interface LinkProps extends ComponentProps<'a'> {
  /** A path of ours, with query or fragment if need be. */
  readonly href: string;
}

/** A link within the product, followed without loading the page anew. New tabs and windows stay the browser's. */
export function Link({ href, onClick, ...rest }: LinkProps) {
  function follow(event: MouseEvent<HTMLAnchorElement>): void {
    onClick?.(event);
    const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0;
    if (elsewhere || event.defaultPrevented) return;
    event.preventDefault();
    navigate(href);
    window.scrollTo(0, 0);
  }
  return <a {...rest} href={href} onClick={follow} />;
}
