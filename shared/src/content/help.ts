/** The guide: plain Markdown of headings, lists and paragraphs, read into parts that any page can show. */

/** A run of text within a line; `strong` is printed bold. */
export interface HelpWords {
  readonly text: string;
  readonly strong: boolean;
}

export type HelpBlock =
  | { readonly kind: 'paragraph'; readonly words: readonly HelpWords[] }
  | { readonly kind: 'list' | 'steps'; readonly items: readonly (readonly HelpWords[])[] };

/** A heading with what stands under it; level 1 is the title of the guide, 2 a part, 3 a chapter. */
export interface HelpSection {
  readonly level: 1 | 2 | 3;
  readonly title: string;
  readonly blocks: readonly HelpBlock[];
}

/** Splits a line at its `**bold**` runs. */
function readWords(line: string): readonly HelpWords[] {
  return line
    .split('**')
    .map((text, index) => ({ text, strong: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/**
 * Reads the guide.
 * @throws Error naming the line, for Markdown the guide does not use: it would otherwise be shown as it is typed.
 */
export function parseHelp(markdown: string): readonly HelpSection[] {
  const sections: { level: 1 | 2 | 3; title: string; blocks: HelpBlock[] }[] = [];
  for (const line of markdown.split('\n').map((text) => text.trim())) {
    if (line === '') continue;
    const [, marks, title] = /^(#{1,3}) (.+)$/.exec(line) ?? [];
    if (marks !== undefined && title !== undefined) {
      sections.push({ level: marks.length as 1 | 2 | 3, title, blocks: [] });
      continue;
    }
    const blocks = sections.at(-1)?.blocks;
    const [, mark, item] = /^(-|\d+\.) (.+)$/.exec(line) ?? [];
    if (blocks === undefined || /^[>|`#]|^\*\s|\]\(/.test(line))
      throw new Error(`the guide has a strange line: ${line}`);
    if (mark === undefined || item === undefined) {
      blocks.push({ kind: 'paragraph', words: readWords(line) });
      continue;
    }
    const kind = mark === '-' ? 'list' : 'steps';
    const last = blocks.at(-1);
    if (last?.kind === kind) blocks[blocks.length - 1] = { kind, items: [...last.items, readWords(item)] };
    else blocks.push({ kind, items: [readWords(item)] });
  }
  return sections;
}
