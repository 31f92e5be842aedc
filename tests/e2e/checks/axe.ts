/** What axe finds on a page. It runs inside the page; nothing is loaded from elsewhere. */
import axe from 'axe-core';
import type { Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules whose answer depends on the colours of the page; the others need no second look in another theme. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** A rule and one element it is about. */
export interface Finding {
  readonly rule: string;
  readonly target: string;
  /** Why axe cannot decide, in its own word; empty when it can. */
  readonly why: string;
  /** For colours it cannot decide about: the contrast with what lies under the words. */
  readonly contrast: number | undefined;
}

export interface AxeFindings {
  readonly violations: readonly Finding[];
  /** What axe cannot decide by itself. */
  readonly incomplete: readonly Finding[];
}

interface Run {
  readonly runOnly: { readonly type: 'tag' | 'rule'; readonly values: string[] };
  readonly rules: Readonly<Record<string, { readonly enabled: boolean }>>;
}

/** Runs every rule of the tags on the page as it is now, or only those about colours. @param not - rules to leave out. */
export async function runAxe(
  page: Page,
  rules: 'all' | 'colours',
  not: readonly string[] = [],
): Promise<AxeFindings> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(readForcedColours);
    await page.evaluate(axe.source);
  }
  const run: Run = {
    runOnly: rules === 'all' ? { type: 'tag', values: TAGS } : { type: 'rule', values: COLOUR_RULES },
    rules: Object.fromEntries(not.map((rule) => [rule, { enabled: false }])),
  };
  return page.evaluate(runInPage, run);
}

/**
 * Runs in the page. axe takes the colour of text from the property that fills its letters, and Chromium reports that
 * one as the page wrote it, also where it paints the colours of the system.
 */
function readForcedColours(): void {
  const read = window.getComputedStyle.bind(window);
  window.getComputedStyle = (element, pseudo) =>
    new Proxy(read(element, pseudo), {
      get: (style, name): unknown => {
        if (name === 'webkitTextFillColor') return style.color;
        if (name === 'getPropertyValue') {
          return (property: string) =>
            style.getPropertyValue(property === '-webkit-text-fill-color' ? 'color' : property);
        }
        const value: unknown = Reflect.get(style, name);
        return typeof value === 'function' ? value.bind(style) : value;
      },
    });
}

/** Runs in the page. */
async function runInPage(run: Run): Promise<AxeFindings> {
  /** The parts of a colour, 0 to 255, and its opacity. */
  const parts = (colour: string): readonly number[] => colour.match(/[\d.]+/g)?.map(Number) ?? [];
  const light = (colour: readonly number[]): number =>
    [0.2126, 0.7152, 0.0722].reduce((sum, share, index) => {
      const part = (colour[index] ?? 0) / 255;
      return sum + share * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    }, 0);
  /** What lies under the words, from the page up, each layer over the one before. */
  const groundUnder = (element: Element): readonly number[] => {
    const layers: (readonly number[])[] = [];
    for (let under: Element | null = element; under !== null; under = under.parentElement) {
      const fill = parts(getComputedStyle(under).backgroundColor);
      layers.unshift(fill);
      if ((fill[3] ?? 1) === 1) break;
    }
    return layers.reduce(
      (ground, fill) => ground.map((part, index) => part + ((fill[index] ?? 0) - part) * (fill[3] ?? 1)),
      [255, 255, 255],
    );
  };
  const contrastOf = (element: Element): number => {
    const both = [light(parts(getComputedStyle(element).color)), light(groundUnder(element))];
    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
  };

  const { axe: found } = window as unknown as { readonly axe: typeof axe };
  const { violations, incomplete } = await found.run(document, {
    ...run,
    resultTypes: ['violations', 'incomplete'],
  });
  const short = (results: typeof violations): Finding[] =>
    results.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => {
        const data: unknown = any[0]?.data;
        const named = typeof data === 'object' && data !== null && 'messageKey' in data;
        const element = document.querySelector(target.join(' '));
        return {
          rule: id,
          target: target.join(' '),
          why: named ? String(data.messageKey) : '',
          contrast: id === 'color-contrast' && element !== null ? contrastOf(element) : undefined,
        };
      }),
    );
  return { violations: short(violations), incomplete: short(incomplete) };
}
