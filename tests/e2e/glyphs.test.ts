// What people write must be readable in the browser that tests it: a missing font draws every odd character as the same box.

import { expect, test } from '@playwright/test';

/** A code point that no font will ever draw: what comes out is the box for a missing glyph. */
const NO_CHARACTER = '\u{10FFFD}';

for (const [name, text] of [
  ['emoji', '🎨'],
  ['Arabic', 'ف'],
  ['Dutch with accents', 'ë'],
] as const) {
  test(`${name} is drawn with a glyph of its own`, async ({ page }) => {
    const [drawn, box] = await page.evaluate(
      (texts) =>
        texts.map((each) => {
          const canvas = document.createElement('canvas');
          const context = canvas.getContext('2d');
          if (context === null) throw new Error('no 2d context');
          context.font = '40px sans-serif';
          context.fillText(each, 20, 80);
          return canvas.toDataURL();
        }),
      [text, NO_CHARACTER],
    );
    expect(drawn).not.toBe(box);
  });
}
