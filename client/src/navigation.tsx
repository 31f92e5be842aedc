/**
 * Moving between pages. Only the location hook of wouter is used: its router is 2 kB that the join page, which has
 * to fit 80 kB with React, would carry for a table of ten addresses.
 */
import type { ComponentProps, MouseEvent } from 'react';
import { navigate, usePathname } from 'wouter/use-browser-location';

export { navigate, usePathname };

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
