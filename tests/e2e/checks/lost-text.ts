/** Words on a page that cannot be read: cut off, out of the page, or under other words. */
import type { Page } from '@playwright/test';

/** The words that are lost, each with why; empty when all can be read. */
export function findLostText(page: Page): Promise<string[]> {
  return page.evaluate(lostInPage);
}

/** Runs in the page. */
function lostInPage(): string[] {
  /** Rounding, and letters that reach a little out of their line. */
  const slack = 2;
  const lost: string[] = [];
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) lost.push(`the page scrolls sideways by ${wide} px`);

  const isHidden = (element: Element): boolean =>
    getComputedStyle(element).clipPath !== 'none' ||
    !element.checkVisibility({
      opacityProperty: true,
      visibilityProperty: true,
      contentVisibilityAuto: false,
    });
  /** Lies above the page or moves on its own: it may cover what can be scrolled away. */
  const isApart = (element: Element): boolean =>
    /sticky|fixed|absolute/.test(getComputedStyle(element).position);
  const ancestors = (element: Element): Element[] => {
    const found: Element[] = [];
    for (let each: Element | null = element; each !== null; each = each.parentElement) found.push(each);
    return found;
  };
  const words: { readonly text: string; readonly rect: DOMRect }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (parent === null || text === '' || parent.closest('noscript, script, style, textarea') !== null)
      continue;
    const around = ancestors(parent);
    if (around.some(isHidden)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    let scrolls = false;
    for (const element of around) {
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      const beyond = rects.some((rect) => {
        const across = rect.left < box.left - slack || rect.right > box.right + slack;
        const down = rect.top < box.top - slack || rect.bottom > box.bottom + slack;
        return (
          (across && /hidden|clip/.test(style.overflowX)) || (down && /hidden|clip/.test(style.overflowY))
        );
      });
      if (/auto|scroll/.test(`${style.overflowX} ${style.overflowY}`)) scrolls = true;
      if (!scrolls && beyond) lost.push(`cut off by .${element.className}: ${text}`);
      if (style.textOverflow === 'ellipsis' && element.scrollWidth > element.clientWidth)
        lost.push(`shortened: ${text}`);
    }
    if (!scrolls && rects.some(({ left, right }) => left < -slack || right > innerWidth + slack))
      lost.push(`outside the page: ${text}`);
    if (!around.some(isApart)) for (const rect of rects) words.push({ text, rect });
  }
  for (const field of document.querySelectorAll('input, textarea')) {
    const box = field.getBoundingClientRect();
    // The letters of a tight line reach a little out of it.
    const reach = Number.parseFloat(getComputedStyle(field).fontSize) * 0.15;
    const tooLow = field.scrollHeight > field.clientHeight + reach;
    const hides = /hidden|clip/.test(getComputedStyle(field).overflowY);
    if (box.width > 1 && field instanceof HTMLTextAreaElement && tooLow && hides)
      lost.push(`a field cuts off its words: ${field.value}`);
  }
  words.forEach((one, index) => {
    for (const other of words.slice(index + 1)) {
      if (other.text === one.text) continue;
      const across = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const down = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      // A line box is higher than its letters: only what covers a third of them is over them.
      if (across > slack && down > Math.min(one.rect.height, other.rect.height) / 3)
        lost.push(`one over the other: ${one.text} | ${other.text}`);
    }
  });
  return [...new Set(lost)];
}
