/** What others did, as sentences: to be read beside the list, and to be heard. */
import type { ParticipantId, ZoneId } from '@ruimte/shared/ids';
import { countGraphemes, cutGraphemes } from '@ruimte/shared/text';
import type { ChangesTexts } from '../i18n/changes.nl.ts';
import type { Change, ChangeKind } from '../model/change-tally.ts';

/** The names that sentences need. */
export interface Names {
  /** Undefined when nobody knows, or where names are not shown. */
  person(id: ParticipantId): string | undefined;
  zone(id: ZoneId): string;
}

/** Longer is not listened to; in characters. */
export const LONGEST_SAID = 140;
/** So much of the words of a note is enough to know it by. */
const WORDS = 36;

/** The words of a note, cut where they get long. */
export function shortWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return countGraphemes(line) <= WORDS ? line : `${cutGraphemes(line, WORDS - 1).trimEnd()}…`;
}

/** One change as a sentence, without its full stop. */
export function sayChange(change: Change, text: ChangesTexts, names: Names): string {
  const who = change.by === undefined ? '' : (names.person(change.by) ?? '');
  const zone = names.zone(change.zone);
  const words = shortWords(change.text);
  switch (change.kind) {
    case 'added':
      return text.added(who, 1, 1, zone);
    case 'moved':
      return words === '' ? text.moved(who, 1, 1, zone) : text.movedOne(who, words, zone);
    case 'removed':
      return words === '' ? text.removed(1, zone) : text.removedOne(words, zone);
    case 'grouped':
      return text.grouped(who, 1, 1);
    case 'ungrouped':
      return text.ungrouped(1);
  }
}

/** Many changes as one message of at most {@link LONGEST_SAID} characters. */
export function sayChanges(changes: readonly Change[], text: ChangesTexts, names: Names): string {
  const [only] = changes;
  if (only !== undefined && changes.length === 1) return clip([sayChange(only, text, names)]);
  const of = (kind: ChangeKind): readonly Change[] => changes.filter((each) => each.kind === kind);
  const sentences: string[] = [];
  for (const kind of ['added', 'moved', 'removed', 'grouped', 'ungrouped'] as const) {
    const some = of(kind);
    if (some.length === 0) continue;
    const { who, people } = whoDid(some, text, names);
    const zones = new Set(some.map(({ zone }) => zone));
    const [first] = zones;
    const zone = zones.size === 1 && first !== undefined ? names.zone(first) : '';
    if (kind === 'removed') sentences.push(text.removed(some.length, zone));
    else if (kind === 'ungrouped') sentences.push(text.ungrouped(some.length));
    else if (kind === 'grouped') sentences.push(text.grouped(who, people, some.length));
    else sentences.push(text[kind](who, people, some.length, zone));
  }
  return clip(sentences);
}

/** What happened while somebody was away, counted: "Sinds je weg was: 4 nieuwe kaartjes, 2 verplaatst". */
export function sayAway(changes: readonly Change[], more: number, text: ChangesTexts): string {
  const count = (...kinds: readonly ChangeKind[]): number =>
    changes.filter(({ kind }) => kinds.includes(kind)).length;
  const { awayParts: parts } = text;
  const counted = [
    [parts.added, count('added')],
    [parts.moved, count('moved')],
    [parts.removed, count('removed')],
    [parts.grouped, count('grouped', 'ungrouped')],
    [parts.more, more],
  ] as const;
  return text.away(
    counted
      .filter(([, notes]) => notes > 0)
      .map(([say, notes]) => say(notes))
      .join(', '),
  );
}

/** The first of the people by name, and how many there were; no name at all when one of them has none. */
function whoDid(
  changes: readonly Change[],
  text: ChangesTexts,
  names: Names,
): { readonly who: string; readonly people: number } {
  const people = new Set(changes.map(({ by }) => by));
  const known = [...people].map((id) => (id === undefined ? undefined : names.person(id)));
  const [first] = known;
  if (first === undefined || first === '' || known.some((name) => name === undefined || name === ''))
    return { who: '', people: people.size };
  return { who: people.size === 1 ? first : text.andOthers(first, people.size - 1), people: people.size };
}

/** As many sentences as fit; the first is cut when it is too long by itself. */
function clip(sentences: readonly string[]): string {
  let said = '';
  for (const sentence of sentences) {
    const longer = said === '' ? `${sentence}.` : `${said} ${sentence}.`;
    if (longer.length > LONGEST_SAID) break;
    said = longer;
  }
  return said === '' ? `${(sentences[0] ?? '').slice(0, LONGEST_SAID - 1)}…` : said;
}
