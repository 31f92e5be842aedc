import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { TEXT_BOXES } from './note-boxes.ts';
import { syllableBreaks } from './syllables.ts';
import { createTextFitter, fitLine, fitText, isRightToLeft, LINE_HEIGHT, type Measure } from './text-fit.ts';

const graphemes = new Intl.Segmenter('nl', { granularity: 'grapheme' });
/** A typeface in which a letter is half as wide as it is high, and an emoji as wide as high. */
const measure: Measure = (text) => {
  let width = 0;
  for (const { segment } of graphemes.segment(text))
    width += /\p{Extended_Pictographic}/u.test(segment) ? 1 : 0.5;
  return width;
};
const fit = (text: string) => fitText(text, TEXT_BOXES.M, measure);
const linesOf = (text: string) => fit(text).lines.map((line) => line.text);
const sample = JSON.parse(
  readFileSync(new URL('../../../tests/samples/kick-off.json', import.meta.url), 'utf8'),
) as { notes: { text: string }[] };

describe('fitting a text', () => {
  it('takes the largest size at which every word and every line fits', () => {
    expect(fit('ruis').size).toBe(32);
    expect(fit('samen iets maken dat er nog niet was').size).toBe(28);
    expect(fit('iets wat precies drie regels van de kleinste maat vult').size).toBe(24);
  });

  it('breaks a word that is too long at a Dutch syllable, with a hyphen', () => {
    const [first = '', second = ''] = linesOf('leergemeenschappenoverleg');
    expect(first.endsWith('-')).toBe(true);
    expect('leergemeenschappenoverleg').toBe(first.slice(0, -1) + second);
    expect(syllableBreaks('leergemeenschappenoverleg')).toContain(first.length - 1);
  });

  it('breaks a word without syllables at the edge', () => {
    expect(linesOf('wwwwwwwwwwwwwwwwwwww')).toEqual(['wwwwwwwwwwwwwww-', 'wwwww']);
  });

  it('ends in an ellipsis after three lines and says so', () => {
    const fitted = fit(
      'een zin die doorgaat en doorgaat en doorgaat tot er geen plaats meer over is op het papier',
    );
    expect(fitted.lines).toHaveLength(3);
    expect(fitted.lines.at(-1)?.text.endsWith('…')).toBe(true);
    expect(fitted.shortened).toBe(true);
  });

  it('keeps the newlines somebody typed', () => {
    expect(linesOf('minder mailen\nvaker langs')).toEqual(['minder mailen', 'vaker langs']);
    expect(linesOf('een\n\ntwee')).toEqual(['een', '', 'twee']);
  });

  it('never cuts an emoji or a letter with its accent in two', () => {
    const family = '👩🏽‍🎨'.repeat(30);
    const text = linesOf(family).join('').replace('…', '');
    expect(text.length % '👩🏽‍🎨'.length).toBe(0);
  });

  it('shows every character in the large size', () => {
    const long = 'samen proberen '.repeat(8).trim();
    const fitted = fitText(long, TEXT_BOXES.L, measure);
    expect(fitted.shortened).toBe(false);
    expect(fitted.lines.map((line) => line.text).join(' ')).toBe(long);
  });

  it('knows which lines run from right to left', () => {
    expect(isRightToLeft('نريد مكانًا')).toBe(true);
    expect(isRightToLeft('«ليلى» en ik')).toBe(true);
    expect(isRightToLeft('muziek van فيروز')).toBe(false);
    expect(isRightToLeft('123')).toBe(false);
  });

  it('keeps the direction of a paragraph on every line of it', () => {
    const { lines } = fit('muziek van alle فيروز bij het opruimen');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.some((line) => line.rightToLeft)).toBe(false);
  });

  it('fits every text of the sample meet-up inside its paper, whole or honestly shortened', () => {
    const plain = (text: string): string => text.replaceAll(/[\s-]/g, '');
    const wrong = sample.notes.filter(({ text }) => {
      const { size, lines, shortened } = fit(text);
      const shown = lines.map((line) => line.text).join('');
      const honest = shortened ? shown.endsWith('…') : plain(shown) === plain(text);
      const inside = lines.every((line) => line.width <= TEXT_BOXES.M.w + 1);
      return !honest || !inside || lines.length * size * LINE_HEIGHT > TEXT_BOXES.M.h;
    });
    expect(wrong).toEqual([]);
  });

  it('shows every text of the sample meet-up whole in the large size', () => {
    for (const { text } of sample.notes) {
      const shown = fitText(text, TEXT_BOXES.L, measure)
        .lines.map((line) => line.text)
        .join('');
      expect(shown.replaceAll(/[\s-]/g, '')).toBe(text.replaceAll(/[\s-]/g, ''));
    }
  });

  it('survives an empty text', () => {
    expect(linesOf('')).toEqual(['']);
    expect(linesOf(' \n ')).toEqual(['']);
  });
});

describe('the fitter', () => {
  it('measures a text once, until another font arrives', () => {
    const counted = vi.fn<Measure>(measure);
    const fitter = createTextFitter(counted);
    fitter.fit('verwondering', TEXT_BOXES.M);
    const once = counted.mock.calls.length;
    fitter.fit('verwondering', TEXT_BOXES.M);
    expect(counted).toHaveBeenCalledTimes(once);
    fitter.clear();
    fitter.fit('verwondering', TEXT_BOXES.M);
    expect(counted).toHaveBeenCalledTimes(once * 2);
  });

  it('forgets the oldest answers when it has many', () => {
    const counted = vi.fn<Measure>(measure);
    const fitter = createTextFitter(counted, 2);
    for (const text of ['een', 'twee', 'drie']) fitter.fit(text, TEXT_BOXES.M);
    const before = counted.mock.calls.length;
    fitter.fit('drie', TEXT_BOXES.M);
    expect(counted).toHaveBeenCalledTimes(before);
    fitter.fit('een', TEXT_BOXES.M);
    expect(counted.mock.calls.length).toBeGreaterThan(before);
  });

  it('cuts a name on one line with an ellipsis', () => {
    expect(fitLine('Annemiek', 10, measure)).toBe('Annemiek');
    expect(fitLine('Annemiek', 2, measure)).toBe('Ann…');
  });
});

describe('syllables', () => {
  it('follows the common Dutch rules', () => {
    expect(syllableBreaks('associëren')).toEqual([2, 4, 7]);
    expect(syllableBreaks('lachen')).toEqual([2]);
    expect(syllableBreaks('achter')).toEqual([3]);
    expect(syllableBreaks('kunsten')).toEqual([3]);
    expect(syllableBreaks('plein')).toEqual([]);
  });
});

describe('measuring by words', () => {
  it('takes a line as wide as its words and the spaces between them', () => {
    const fitter = createTextFitter(measure);
    for (const { text } of sample.notes) {
      expect(fitter.fit(text, TEXT_BOXES.M)).toEqual(fitText(text, TEXT_BOXES.M, measure));
    }
  });

  it('measures a word once, in however many notes it stands', () => {
    const counted = vi.fn<Measure>(measure);
    const fitter = createTextFitter(counted);
    fitter.fit('samen kijken', TEXT_BOXES.M);
    const once = counted.mock.calls.length;
    fitter.fit('kijken samen', TEXT_BOXES.M);
    expect(counted).toHaveBeenCalledTimes(once);
  });
});
