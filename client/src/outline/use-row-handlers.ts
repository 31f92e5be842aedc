/** What the list does with a note, as one object that never changes: rows are not drawn again for it. */
import { useEffect, useRef, useState } from 'react';
import type { RowHandlers } from './row.ts';

/** @param does - as it is in this drawing of the list; always the latest is called. */
export function useRowHandlers(does: RowHandlers): RowHandlers {
  const latest = useRef(does);
  useEffect(() => {
    latest.current = does;
  });
  const [same] = useState<RowHandlers>(() => ({
    press: (note) => latest.current.press(note),
    edit: (note) => latest.current.edit(note),
    leave: (note) => latest.current.leave(note),
    goTo: (note) => latest.current.goTo(note),
  }));
  return same;
}
