/** Text as people type it who are looking for something. */

/** Without capitals and accents: "Één" and "een" are the same. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** The words to look for, folded; none when there is nothing to look for. */
export function wordsOf(query: string): readonly string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}
