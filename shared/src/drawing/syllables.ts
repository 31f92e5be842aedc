/** Where a long word may be broken: a small set of Dutch rules, not a dictionary. Wrong now and then, never unreadable. */

const VOWEL = /[aeiouyàáâäèéêëìíîïòóôöùúûü]/i;
/** Groups of consonants that can begin a Dutch syllable, so that they go to the next line together. */
const ONSETS = new Set(
  'bl br ch cl cr dr dw fl fr gl gr kl kn kr kw ph pl pr ps sch schr sj sl sm sn sp spl spr st str th tr tw vl vr wr zw'.split(
    ' ',
  ),
);
/** Letters that must stay before and after a break. */
const MIN_BEFORE = 2;
const MIN_AFTER = 3;

/** How many consonants of the group go along with the vowel after it. */
function onsetLength(consonants: string): number {
  const group = consonants.toLowerCase();
  // One sound in two letters is not torn apart: la-chen.
  if (group.length <= 1 || group === 'ch') return group.length;
  for (let length = Math.min(group.length - 1, 4); length > 1; length -= 1) {
    if (ONSETS.has(group.slice(-length))) return length;
  }
  return 1;
}

/**
 * The places where the word may be broken with a hyphen, as indices into it, ascending.
 * Example: "associëren" gives as-so-cië-ren: [2, 4, 7].
 */
export function syllableBreaks(word: string): readonly number[] {
  const breaks: number[] = [];
  const letters = [...word];
  if (letters.some((letter) => letter.length > 1)) return breaks;
  let lastVowel = -1;
  for (let index = 0; index < letters.length; index += 1) {
    if (!VOWEL.test(letters[index] ?? '')) continue;
    const between = word.slice(lastVowel + 1, index);
    if (lastVowel >= 0 && between.length > 0 && /^\p{L}+$/u.test(between)) {
      const at = index - onsetLength(between);
      if (at >= MIN_BEFORE && word.length - at >= MIN_AFTER) breaks.push(at);
    }
    lastVowel = index;
  }
  return breaks;
}
