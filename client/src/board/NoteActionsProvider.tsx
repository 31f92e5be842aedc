/** Makes the actions of a page and draws the questions some of them ask first. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { lazyPart } from '../lazy-part.tsx';
import { useMeetup } from '../meetup/context.ts';
import { createArranging } from '../model/arranging.ts';
import { createNoteActions, createPickingState } from './create-note-actions.ts';
import { NoteActionsContext } from './note-actions.ts';
import type { Question } from './question.ts';
import { useAnswers } from './use-answers.ts';

const Questions = lazyPart(() => import('./Questions.tsx').then((part) => part.Questions));

/** Around everything on the page that shows notes. */
export function NoteActionsProvider({ children }: { readonly children: ReactNode }) {
  const model = useMeetup();
  const answers = useAnswers();
  const [question, ask] = useState<Question | undefined>(undefined);
  const [picking] = useState(createPickingState);
  const arranging = useMemo(() => createArranging(model), [model]);
  const actions = useMemo(
    () => createNoteActions({ model, arranging, picking, answers, ask }),
    [model, arranging, picking, answers],
  );
  useEffect(() => {
    // Brought along before something is asked: the line may be gone by then.
    Questions.preload();
  }, []);
  return (
    <NoteActionsContext value={actions}>
      {children}
      {question !== undefined && (
        <Questions question={question} answers={answers} onClose={() => ask(undefined)} />
      )}
    </NoteActionsContext>
  );
}
