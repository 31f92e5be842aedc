/** The board as the list shows it, for as long as the list is on the page. */
import { startTransition, useEffect, useState } from 'react';
import { createListView, type ListBoard, type ListView } from '../model/list-view.ts';
import type { MeetupModel } from '../model/meetup-model.ts';
import { whenIdle } from '../ui/when-idle.ts';
import { useReadable } from '../use-model.ts';

const EMPTY: ListBoard = { zones: [], links: new Map() };
const NOTHING_YET: ListView = { get: () => EMPTY, subscribe: () => () => undefined, stop: () => undefined };

/**
 * The same object until something changes that the list shows. At first it is empty: thousands of notes are put in order
 * after the picture is there.
 */
export function useListView({ board }: MeetupModel): ListBoard {
  const [view, setView] = useState(NOTHING_YET);
  useEffect(() => {
    let made: ListView | undefined;
    const leave = whenIdle(() => {
      const next = createListView(board);
      made = next;
      startTransition(() => setView(next));
    });
    return () => {
      leave();
      made?.stop();
    };
  }, [board]);
  return useReadable(view);
}
