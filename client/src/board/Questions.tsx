/** The question that is open, as a dialog. A chunk of its own: nobody waits for it to see the board. */
import { PlaceQuestion } from './PlaceQuestion.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import type { Question } from './question.ts';
import { RenameDialog } from './RenameDialog.tsx';
import { SpaceDialog } from './SpaceDialog.tsx';
import type { Answers } from './use-answers.ts';

interface QuestionsProps {
  readonly question: Question;
  readonly answers: Answers;
  readonly onClose: () => void;
}

/** One dialog at a time. */
export function Questions({ question, answers, onClose }: QuestionsProps) {
  const shared = { answers, onClose };
  if (question.asks === 'space') return <SpaceDialog question={question} {...shared} />;
  if (question.asks === 'place') return <PlaceQuestion question={question} {...shared} />;
  if (question.asks === 'name') return <RenameDialog group={question.group} {...shared} />;
  return <PasteDialog zone={question.zone} text={question.text} {...shared} />;
}
