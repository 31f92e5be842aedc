/** What rounds say of each note, in words: its dots, its place on a scale. Shows nothing itself. */
import { tallyDots, latestSheets } from '@ruimte/shared/facilitation/tally';
import type { NoteId } from '@ruimte/shared/ids';
import { hasValues, valueOf } from '@ruimte/shared/projection/scale';
import { useEffect, useRef } from 'react';
import { marksTexts } from '../i18n/marks.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useReadable } from '../use-model.ts';
import { sayPlace } from './say-value.ts';

/** Per note what is said of it; a note of which nothing is said is not in it. */
export type WordsOfNotes = ReadonlyMap<NoteId, string>;

/** Tells when the words of any note changed, and at first. @param onWords - the same function while it is on the page. */
export function NoteMarks({ onWords }: { readonly onWords: (words: WordsOfNotes) => void }) {
  const words = useWords();
  const told = useRef<WordsOfNotes>(undefined);
  useEffect(() => {
    if (told.current !== undefined && isSame(told.current, words)) return;
    told.current = words;
    onWords(words);
  }, [words, onWords]);
  return null;
}

function useWords(): WordsOfNotes {
  const model = useMeetup();
  const text = useText(marksTexts);
  const say = useLocalized();
  const { zones, notes, votes } = useReadable(model.board);
  const rects = useReadable(model.board.rects);
  const marking = useReadable(model.marking);
  const own = useReadable(model.ownMarks).votes;
  const giving = marking?.dots !== undefined;
  const tally: ReadonlyMap<string, number> = giving ? own : tallyDots(latestSheets(votes));
  const valued = new Map(
    zones.filter(hasValues).map((zone) => {
      const axes = model.session.meetup.zones.find(({ id }) => id === zone.id)?.axes;
      return [zone.id, { zone, axes, rect: rects.get(zone.id) }];
    }),
  );
  const words = new Map<NoteId, string>();
  for (const note of notes.values()) {
    const parts: string[] = model.onDesk(note.id) ? [text.ownSheet] : [];
    const dots = tally.get(note.id) ?? 0;
    if (dots > 0) parts.push(giving ? text.ownDots(dots) : text.dots(dots));
    const scale = valued.get(note.zone);
    if (scale?.axes !== undefined && scale.rect !== undefined) {
      const value = valueOf(scale.zone, scale.rect, note);
      parts.push(sayPlace(value, scale.axes, say, text));
    }
    if (parts.length > 0) words.set(note.id, parts.join(', '));
  }
  return words;
}

function isSame(a: WordsOfNotes, b: WordsOfNotes): boolean {
  return a.size === b.size && [...b].every(([id, words]) => a.get(id) === words);
}
