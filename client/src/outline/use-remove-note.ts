/** Removing a note, with the way back for eight seconds. */
import type { Note } from '@ruimte/shared/schema/note';
import { outlineTexts } from '../i18n/outline.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useToast } from '../ui/Toast.tsx';
import { noteBeside } from './walk.ts';

/** Removes an own note, or for a facilitator any; focus goes to the next one. */
export function useRemoveNote(): (note: Note) => void {
  const model = useMeetup();
  const text = useText(outlineTexts);
  const toast = useToast();
  return (note) => {
    noteBeside(note.id)?.focus();
    model.actions.removeNotes([note.id]);
    toast({
      message: text.removed(1),
      undo: () => {
        // Somebody else's note comes back from the bin, with its author; an own one by the own undo.
        if (note.author === model.session.participant) return model.actions.undo();
        model.command({ type: 'restoreNote', note: note.id }).then(
          () => toast({ message: text.restored }),
          () => toast({ message: text.restoreFailed }),
        );
      },
    });
  };
}
