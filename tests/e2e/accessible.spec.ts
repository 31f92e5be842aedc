// Every page for every pair of eyes and hands: axe, three themes, narrow and wide, larger text, targets for fingers.

import type { Page } from '@playwright/test';
import { runAxe } from './checks/axe.ts';
import { findLostText } from './checks/lost-text.ts';
import { findSmallTargets } from './checks/targets.ts';
import { expect, test } from './test.ts';
import { type Stop, takeTour } from './tour.ts';

const WIDE = { width: 1280, height: 800 };
/** A phone on its side: one of its sides is still that of a phone. */
const WIDE_PHONE = { width: 1280, height: 590 };
/** High enough for a whole page: what a bar covers can be scrolled from under it. */
const NARROW = { width: 320, height: 1800 };
const THEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
} as const;
type ThemeName = keyof typeof THEMES;

/** What somebody may lay over any page (WCAG 1.4.12). */
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }' +
  'p { margin-bottom: 2em !important; }';

/** Where little is in view a bar lies over what is to be scrolled from under it; its size is looked at below. */
const COVERED = ['target-size'];
/**
 * Why axe cannot tell the contrast, as it calls it: a control of no size, a bar or the rest of the page lies in the
 * same place or in part of it, or there is no more than a letter or an arrow. Then the nearest ground decides.
 */
const NEEDS_A_LOOK = ['bgOverlap', 'elmPartiallyObscured', 'shortTextContent', 'nonBmp'];
const ENOUGH_CONTRAST = 4.5;

/** Waits until the page has answered a change of its size or theme. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))),
  );
}

/** The wall has a theme of its own; other pages may follow the system. */
async function dress(page: Page, kind: Stop['kind'], theme: ThemeName): Promise<void> {
  await page.emulateMedia(THEMES[theme]);
  if (kind === 'wall' && theme !== 'forced') {
    const root = page.locator('html');
    if ((await root.getAttribute('data-theme')) !== theme) await page.keyboard.press('d');
    await expect(root).toHaveAttribute('data-theme', theme);
  }
  await settle(page);
}

async function changeText(page: Page, change: { spacing?: string; size?: string }): Promise<void> {
  await page.evaluate(({ spacing, size }) => {
    document.documentElement.style.fontSize = size ?? '';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(spacing ?? '');
    document.adoptedStyleSheets = spacing === undefined ? [] : [sheet];
  }, change);
  await settle(page);
}

// It names itself what is wrong where; a trace of some hundred looks would take longer than they do.
test.use({ trace: 'off' });

test('[E1][E2][E3] every page can be read and pressed by everybody', async ({ defer, visit }) => {
  // Some hundred looks at forty pages, also on a machine that does other things.
  test.setTimeout(240_000);
  const broken: string[] = [];
  const undecided: string[] = [];
  const lost: string[] = [];
  const small: string[] = [];

  await takeTour({ defer, visit }, async ({ name, kind, page }) => {
    const before = page.viewportSize() ?? WIDE;
    for (const size of [kind === 'phone' ? WIDE_PHONE : WIDE, NARROW]) {
      await page.setViewportSize(size);
      for (const theme of Object.keys(THEMES) as ThemeName[]) {
        // Only the wall has a dark theme; that the others do not follow the system is seen once.
        if (theme === 'dark' && kind !== 'wall' && size === NARROW) continue;
        await dress(page, kind, theme);
        const where = `${name}, ${size.width} px, ${theme}`;
        const { violations, incomplete } = await runAxe(
          page,
          theme === 'light' ? 'all' : 'colours',
          size === WIDE_PHONE ? COVERED : [],
        );
        for (const { rule, target } of violations) broken.push(`${where}: ${rule} at ${target}`);
        for (const { rule, target, why, contrast = 0 } of incomplete) {
          if (NEEDS_A_LOOK.includes(why) && contrast >= ENOUGH_CONTRAST) continue;
          undecided.push(`${where}: ${rule} (${why}, ${contrast.toFixed(2)}) at ${target}`);
        }
      }
      await dress(page, kind, 'light');
      for (const target of await findSmallTargets(page, 24))
        small.push(`${name}, ${size.width} px: ${target}`);
    }
    if (kind !== 'wall') {
      for (const [how, change] of [
        ['as it is', {}],
        ['spacing', { spacing: SPACING }],
        ['200 %', { size: '200%' }],
      ] as const) {
        await changeText(page, change);
        for (const words of await findLostText(page)) lost.push(`${name}, ${how}: ${words}`);
      }
      await changeText(page, {});
    }
    await page.setViewportSize(before);
    await settle(page);
  });

  expect.soft(broken).toEqual([]);
  expect.soft(undecided).toEqual([]);
  expect.soft(lost).toEqual([]);
  expect.soft(small).toEqual([]);
});
