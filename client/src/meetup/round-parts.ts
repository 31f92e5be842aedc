/**
 * Whether a board has anything besides notes that rounds lay on it: axes, steps, paper that lies face down, dots. What
 * draws those, and says them in the list, comes only then.
 */
import type { MeetupModel } from '../model/meetup-model.ts';

type Parts = Pick<MeetupModel, 'board' | 'written' | 'marking' | 'ownMarks'>;

/** True from the moment there is any of it. */
export function hasRoundParts({ board, written, marking }: Parts): boolean {
  return (
    board.part('zones').some(({ kind }) => kind !== 'free' && kind !== 'empty') ||
    board.part('votes').length > 0 ||
    written.get().size > 0 ||
    marking.get() !== undefined
  );
}

/** Calls when any of it may have changed, and not for notes. @returns how to stop. */
export function watchRoundParts(model: Parts, changed: () => void): () => void {
  const { board, written, marking, ownMarks } = model;
  const now = (): readonly unknown[] => [
    board.part('zones'),
    board.part('votes'),
    board.part('ratings'),
    written.get(),
    marking.get(),
    ownMarks.get(),
  ];
  let seen = now();
  const look = (): void => {
    const next = now();
    if (next.every((part, index) => part === seen[index])) return;
    seen = next;
    changed();
  };
  const stops = [board, written, marking, ownMarks].map((part) => part.subscribe(look));
  return () => {
    for (const stop of stops) stop();
  };
}
