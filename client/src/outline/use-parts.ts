/** What all rows of the list share. */
import { useMemo, useSyncExternalStore } from 'react';
import { useNoteActions } from '../board/note-actions.ts';
import { useMeetup } from '../meetup/context.ts';
import { useReadable } from '../use-model.ts';
import type { ListParts } from './OutlineRows.tsx';

/** The same object until a part of it changes. */
export function useParts(
  own: Pick<ListParts, 'links' | 'matches' | 'filling' | 'words' | 'hasRoundParts' | 'on'>,
): ListParts {
  const { links, matches, filling, words, hasRoundParts, on } = own;
  const model = useMeetup();
  const people = useReadable(model.roster);
  const communities = useSyncExternalStore(model.board.subscribe, () => model.board.part('communities'));
  const unsent = useReadable(model.unsent);
  const picking = useReadable(useNoteActions().picking);
  const waiting = useMemo(() => new Set(unsent.map(({ id }) => id)), [unsent]);
  const picked = useMemo(() => {
    if (picking === undefined) return undefined;
    if (picking.kind === 'group') return picking.notes;
    return new Set(picking.from === undefined ? [] : [picking.from]);
  }, [picking]);
  return useMemo(
    () => ({ matches, links, people, communities, waiting, picked, filling, words, hasRoundParts, on }),
    [matches, links, people, communities, waiting, picked, filling, words, hasRoundParts, on],
  );
}
