/** What is pressed on a page, and is smaller than it may be. */
import type { Page } from '@playwright/test';

/** @param least - css pixels, both ways. @returns the name and size of each that is smaller; empty when none is. */
export function findSmallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((wanted) => {
    const pressed =
      'button, a[href], summary, select, textarea, input, [role="switch"], [role="button"], [role="radio"]';
    /** A link in a running sentence is as high as its line (WCAG 2.5.8, inline). */
    const isInline = (element: Element): boolean =>
      element.matches('a') &&
      getComputedStyle(element).display === 'inline' &&
      (element.parentElement?.textContent?.trim() ?? '') !== (element.textContent?.trim() ?? '');
    const small: string[] = [];
    for (const element of document.querySelectorAll(pressed)) {
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
      const box = (label?.contains(element) === true ? label : element).getBoundingClientRect();
      const style = getComputedStyle(element);
      const away = element.closest('[hidden], [inert], [data-behind]') !== null;
      if (box.width === 0 || box.height === 0 || away || style.visibility === 'hidden') continue;
      if (isInline(element)) continue;
      if (box.width >= wanted && box.height >= wanted) continue;
      // What counts is where a press arrives: a link may fill its card.
      element.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = (
        label?.contains(element) === true ? label : element
      ).getBoundingClientRect();
      const reach = wanted / 2 - 1;
      const arrives = [-reach, reach].every((dx) =>
        [-reach, reach].every((dy) => {
          const under = document.elementFromPoint(left + width / 2 + dx, top + height / 2 + dy);
          return under !== null && (element.contains(under) || label?.contains(under) === true);
        }),
      );
      if (arrives) continue;
      const name = element.getAttribute('aria-label') ?? label?.innerText ?? element.textContent ?? '';
      const called = name.trim() || element.id || element.className;
      small.push(`${called.slice(0, 40)} ${Math.round(box.width)} x ${Math.round(box.height)}`);
    }
    return [...new Set(small)];
  }, least);
}
