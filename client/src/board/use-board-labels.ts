/** The words of the canvas in the language of the page. */
import { useMemo } from 'react';
import type { BoardLabels } from '../canvas/board-labels.ts';
import { boardPageTexts } from '../i18n/board-page.ts';
import { connectionTexts } from '../i18n/connection.ts';
import { outlineTexts } from '../i18n/outline.ts';
import { useText } from '../i18n/use-text.ts';

/** The same object until the language changes: the canvas is made anew with other words. */
export function useBoardLabels(): BoardLabels {
  const board = useText(boardPageTexts);
  const outline = useText(outlineTexts);
  const connection = useText(connectionTexts);
  return useMemo(
    () => ({
      board: board.board,
      noteText: outline.noteText,
      unsent: outline.unsent,
      removed: outline.removedMeanwhile,
      noWriting: (reason) => connection.noWriting[reason],
      charactersLeft: (left) => (left < 0 ? outline.over(-left) : outline.left(left)),
    }),
    [board, outline, connection],
  );
}
