/** A person at a keyboard: every key is pressed for real, and after each the focus must be seen. */
import { expect, type Locator, type Page } from '@playwright/test';

/** A control is reached within so many presses, or it is not reached. */
const MOST_STEPS = 90;

export class Keyboard {
  private readonly page: Page;
  /** Keys pressed so far, above the letters that were typed. */
  presses = 0;

  constructor(page: Page) {
    this.page = page;
  }

  /** From now on the page counts what hands on a mouse or a screen would cause. Call it before the page opens. */
  async watchPointers(): Promise<void> {
    await this.page.addInitScript(() => {
      const count = (event: Event): void => {
        if (event.isTrusted) document.documentElement.dataset['pointed'] = event.type;
      };
      for (const type of ['pointerdown', 'pointermove', 'mousedown', 'touchstart', 'wheel'])
        addEventListener(type, count, { capture: true, passive: true });
    });
  }

  /** The page saw no pointer of any kind. */
  async sawNoPointer(): Promise<void> {
    await expect(this.page.locator('html')).not.toHaveAttribute('data-pointed');
  }

  async press(key: string): Promise<void> {
    this.presses += 1;
    await this.page.keyboard.press(key);
    await this.seesFocus(key);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await this.seesFocus(`typing ${text}`);
  }

  /** Presses Tab until the control has the focus. @param key - or the way back, for what stands before it. */
  async tabTo(control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let step = 0; step < MOST_STEPS; step += 1) {
      if (await control.evaluate((element) => element === document.activeElement)) return;
      await this.press(key);
    }
    throw new Error(`${key} did not reach ${String(control)} in ${MOST_STEPS} presses`);
  }

  /** Something in view and not covered has the focus, and a line of at least 2 px says so. */
  private async seesFocus(after: string): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(describeFocus), { message: `the focus after ${after} is seen` })
      .toBe('seen');
  }
}

/** Runs in the page. @returns what has the focus when it cannot be seen there. */
function describeFocus(): string {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return 'nothing has the focus';
  const what = `${focused.tagName}.${focused.className} ${focused.textContent?.slice(0, 40) ?? ''}`;
  const box = focused.getBoundingClientRect();
  const inView =
    box.bottom > 0 && box.right > 0 && box.top < window.innerHeight && box.left < window.innerWidth;
  // The ring of a native radio button may be drawn by the card around it.
  const drawnBy = [
    focused,
    focused.parentElement,
    focused.parentElement?.parentElement,
    focused.nextElementSibling,
  ];
  const ringed = drawnBy.some((element) => {
    if (!element) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    // A shadow without blur is a ring; on a paper that is zoomed its width is written larger than it is seen.
    const rings = [...boxShadow.matchAll(/ 0px 0px 0px ([\d.]+)px/g)].map(([, width]) => Number(width));
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || rings.some((width) => width >= 2);
  });
  // Some of it has to lie on top: what sticks to an edge of the page must not cover all of it.
  const isOnTop = ([x, y]: readonly [number, number]): boolean => {
    const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    return top !== null && (focused.contains(top) || top.contains(focused));
  };
  const uncovered = (
    [
      [0.5, 0.5],
      [0.1, 0.15],
      [0.9, 0.15],
      [0.1, 0.85],
      [0.9, 0.85],
    ] as const
  ).some(isOnTop);
  return inView && ringed && uncovered ? 'seen' : `${what}: ${JSON.stringify({ inView, ringed, uncovered })}`;
}
