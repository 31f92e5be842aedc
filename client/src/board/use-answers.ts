/** What the page says after something was done to notes, or when it cannot be done. */
import type { NoWriting } from '@ruimte/shared/facilitation/engine';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { useMemo } from 'react';
import { arrangingTexts } from '../i18n/arranging.ts';
import { connectionTexts } from '../i18n/connection.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useToast } from '../ui/Toast.tsx';

/** Sentences and the toast of a page, for whatever acts there. */
export interface Answers {
  readonly text: (typeof arrangingTexts)['nl'];
  zoneName(zone: ZoneId): string;
  /** Why not, as a sentence. */
  why(reason: NoWriting | 'notOwn' | 'nothing'): string;
  /** Says what happened, with the way back. */
  done(message: string): void;
  /** Says something that cannot be taken back. */
  tell(message: string): void;
  /** Says that notes are gone, with a way back that keeps their authors. */
  removed(message: string, notes: readonly NoteId[], allOwn: boolean): void;
}

/** The answers of the page around this component; the same object while the language stays. */
export function useAnswers(): Answers {
  const model = useMeetup();
  const text = useText(arrangingTexts);
  const { noWriting } = useText(connectionTexts);
  const say = useLocalized();
  const toast = useToast();
  return useMemo(() => {
    const undo = (): void => model.actions.undo();
    const tell = (message: string): void => toast({ message });
    return {
      text,
      zoneName: (zone) => {
        const found = model.board.get().zones.find(({ id }) => id === zone);
        return found === undefined ? '' : say(found.title);
      },
      why: (reason) => {
        if (reason === 'notOwn') return text.notOwn;
        return reason === 'nothing' ? text.gone : noWriting[reason];
      },
      done: (message) => toast({ message, undo }),
      tell,
      removed: (message, notes, allOwn) => {
        // Somebody else's note comes back from the bin, with its author; own ones by the own undo.
        const bringBack = async (): Promise<void> => {
          try {
            for (const note of notes) await model.command({ type: 'restoreNote', note });
            tell(text.restored);
          } catch {
            tell(text.restoreFailed);
          }
        };
        toast({ message, undo: allOwn ? undo : () => void bringBack() });
      },
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `say` is another function each time, with the same language
  }, [model, text, noWriting, toast]);
}
