/** Several pasted lines: asks whether each becomes a note, and shows what they would be. */
import type { ZoneId } from '@ruimte/shared/ids';
import { useMemo } from 'react';
import { useMeetup } from '../meetup/context.ts';
import { linesOf, MOST_PASTED } from '../model/pasted-lines.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { Answers } from './use-answers.ts';

interface PasteDialogProps {
  readonly zone: ZoneId;
  readonly text: string;
  readonly answers: Answers;
  readonly onClose: () => void;
}

/** So many lines are shown; the others are counted. */
const SHOWN = 6;

/** Nothing is laid before somebody says so. */
export function PasteDialog({ zone, text: pasted, answers, onClose }: PasteDialogProps) {
  const model = useMeetup();
  const { text } = answers;
  const { notes, divided, more } = useMemo(() => linesOf(pasted), [pasted]);
  function lay(): void {
    onClose();
    const laid = model.actions.addNotes(notes.map((each) => ({ zone, text: each })));
    const refused = laid.find((each) => !each.ok);
    if (refused?.ok === false && refused.reason !== 'empty' && refused.reason !== 'tooLong')
      return answers.tell(answers.why(refused.reason));
    answers.done(text.laid(laid.filter(({ ok }) => ok).length, answers.zoneName(zone)));
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.pasteTitle(notes.length)}
      actions={
        <Button kind="primary" onClick={lay}>
          {text.pasteMany(notes.length)}
        </Button>
      }
    >
      <p>{text.pasteQuestion(answers.zoneName(zone))}</p>
      <ol className="paste-lines">
        {notes.slice(0, SHOWN).map((line, index) => (
          // The same line may stand there twice.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} dir="auto">
            {line}
          </li>
        ))}
      </ol>
      {notes.length > SHOWN && <p className="muted">{text.pasteMore(notes.length - SHOWN)}</p>}
      {divided > 0 && <p>{text.pasteLong(divided)}</p>}
      {more && <p>{text.pasteTooMany(MOST_PASTED)}</p>}
    </Dialog>
  );
}
