/** The board as the list shows it, for as long as the list is on the page. */
import { useEffect, useState } from 'react';
import type { MeetupModel } from '../model/meetup-model.ts';
import { createListView, type ListBoard } from '../model/list-view.ts';
import { useReadable } from '../use-model.ts';

/** The same object until something changes that the list shows. */
export function useListView({ board }: MeetupModel): ListBoard {
  const [view] = useState(() => createListView(board));
  useEffect(() => view.stop, [view]);
  return useReadable(view);
}
