import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseHelp } from './help.ts';

const read = (locale: 'nl' | 'en') =>
  parseHelp(readFileSync(new URL(`help.${locale}.md`, import.meta.url), 'utf8'));

test('the guide says the same in both languages: as many parts, each with as many lines', () => {
  const shape = (locale: 'nl' | 'en') =>
    read(locale).map(({ level, blocks }) => [
      level,
      blocks.map((block) => (block.kind === 'paragraph' ? 'paragraph' : [block.kind, block.items.length])),
    ]);
  expect(shape('en')).toEqual(shape('nl'));
  expect(read('nl').filter(({ level }) => level === 2)).toHaveLength(2);
});

test('headings, lists, steps and bold words are read', () => {
  expect(parseHelp('# Gids\n\n1. **Scan** de code\n2. Doe mee\n\n- Luister\n\nKlaar.')).toEqual([
    {
      level: 1,
      title: 'Gids',
      blocks: [
        {
          kind: 'steps',
          items: [
            [
              { text: 'Scan', strong: true },
              { text: ' de code', strong: false },
            ],
            [{ text: 'Doe mee', strong: false }],
          ],
        },
        { kind: 'list', items: [[{ text: 'Luister', strong: false }]] },
        { kind: 'paragraph', words: [{ text: 'Klaar.', strong: false }] },
      ],
    },
  ]);
});

test.each(['Zonder titel', '# Gids\n> citaat', '# Gids\nzie [hier](x)'])('"%s" is refused', (markdown) => {
  expect(() => parseHelp(markdown)).toThrow('strange line');
});
