/** The words: every key says something in both languages, and numbers agree with their nouns. */
import { expect, test } from 'vitest';
import { archiveTexts } from './archive.ts';
import { arrangingTexts } from './arranging.ts';
import { changesTexts } from './changes.ts';
import { closeTexts } from './close-reasons.ts';
import { commonTexts } from './common.ts';
import { count } from './dictionary.ts';
import { endedTexts } from './ended.ts';
import { errorTexts } from './errors.ts';
import { homeTexts } from './home.ts';
import { joinTexts } from './join.ts';
import { leadTexts } from './lead.ts';
import { keysTexts } from './keys.ts';
import { linksTexts } from './links.ts';
import { outlineTexts } from './outline.ts';
import { phoneMarksTexts } from './phone-marks.ts';
import { phonePartsTexts } from './phone-parts.ts';
import { phoneRoundTexts } from './phone-round.ts';
import { phoneTexts } from './phone.ts';
import { prepareTexts } from './prepare.ts';
import { unsentTexts } from './unsent.ts';

const AREAS = {
  archiveTexts,
  arrangingTexts,
  changesTexts,
  closeTexts,
  commonTexts,
  endedTexts,
  errorTexts,
  homeTexts,
  joinTexts,
  keysTexts,
  leadTexts,
  linksTexts,
  outlineTexts,
  phoneMarksTexts,
  phonePartsTexts,
  phoneRoundTexts,
  phoneTexts,
  prepareTexts,
  unsentTexts,
};
/** The same in both languages, and meant to be. */
const ALIKE = new Set([
  'arranging.menu',
  'common.product',
  'common.menu',
  'common.minutes',
  'join.role',
  'lead.addMinute',
  'lead.tip',
  'lead.begin',
  'links.tab',
  'links.code',
  'links.begin',
]);

function* texts(value: unknown, path: string): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value];
  // Any values will do: what is looked at is whether there are words.
  else if (typeof value === 'function') yield [path, (value as (...values: unknown[]) => string)(3, 3)];
  else for (const [key, part] of Object.entries(value as object)) yield* texts(part, `${path}.${key}`);
}

const all = await Promise.all(
  Object.entries(AREAS).map(async ([name, area]) => {
    const path = name.replace('Texts', '');
    const en = 'en' in area ? area.en : await area.loadEn();
    return { path, nl: new Map(texts(area.nl, path)), en: new Map(texts(en, path)) };
  }),
);

test.each(all)('every text of $path is there in Dutch and in English', ({ nl, en }) => {
  const empty = [...nl, ...en].filter(([, text]) => text.trim() === '').map(([key]) => key);
  const alike = [...nl].filter(([key, text]) => en.get(key) === text && !ALIKE.has(key)).map(([key]) => key);
  expect([...en.keys()]).toEqual([...nl.keys()]);
  expect(empty).toEqual([]);
  expect(alike).toEqual([]);
});

test.each(all)('the texts of $path hold no exclamation marks and no dashes between clauses', ({ nl, en }) => {
  const shouting = [...nl, ...en].filter(([, text]) => /!|\u2014| - /.test(text));
  expect(shouting).toEqual([]);
});

test('a sentence for an error says what happened and what to do', () => {
  for (const text of [...Object.values(errorTexts.nl), ...Object.values(errorTexts.en)]) {
    expect(text).toMatch(/^\p{Lu}.+[.:,] ?.+[a-z.]$/u);
  }
});

test('one is one, nought and more are many', () => {
  expect([0, 1, 2].map((number) => count(number, 'kaartje', 'kaartjes'))).toEqual([
    '0 kaartjes',
    '1 kaartje',
    '2 kaartjes',
  ]);
});

test('the join page counts people in a sentence', async () => {
  expect(joinTexts.nl.almostThere(0)).toBe('Je bent er bijna. Je bent de eerste.');
  expect(joinTexts.nl.almostThere(1)).toBe('Je bent er bijna. 1 mens is al binnen.');
  expect(joinTexts.nl.almostThere(23)).toBe('Je bent er bijna. 23 mensen zijn al binnen.');
  expect((await joinTexts.loadEn()).almostThere(1)).toBe('You are almost there. 1 person is in.');
});
