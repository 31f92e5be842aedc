/** Where on a scale or in a quadrant notes go that are sent there: nothing is chosen for anybody. */
import { notesIn } from '@ruimte/shared/projection/board';
import type { ScaleValue } from '@ruimte/shared/projection/scale';
import type { NoteMove } from '@ruimte/shared/schema/edits/notes';
import { useState } from 'react';
import { phoneRoundTexts } from '../i18n/phone-round.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { layAt } from '../phone/place.ts';
import { PlaceChoice } from '../phone/PlaceChoice.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import type { Question } from './question.ts';
import type { Answers } from './use-answers.ts';

/** Notes that go to one place in a quadrant lie so far apart that each is seen, board units. */
const APART = 16;

interface PlaceQuestionProps {
  readonly question: Extract<Question, { readonly asks: 'place' }>;
  readonly answers: Answers;
  readonly onClose: () => void;
}

/** The same sliders as on a phone: by arrow keys or by a press. */
export function PlaceQuestion({ question, answers, onClose }: PlaceQuestionProps) {
  const { zone, notes } = question;
  const model = useMeetup();
  const { lay } = useText(phoneRoundTexts).place;
  const [value, setValue] = useState<Partial<ScaleValue>>({});
  const axes = model.session.meetup.zones.find(({ id }) => id === zone)?.axes;
  const size = model.board.rects.get().get(zone);
  if (axes === undefined || size === undefined) return null;
  const { x, y } = value;
  const isChosen = x !== undefined && (axes.y === undefined || y !== undefined);

  function layThem(): void {
    if (x === undefined || size === undefined) return;
    const moving = new Set(notes);
    const kind = axes?.y === undefined ? 'scale' : 'quadrant';
    const there: { readonly x: number; readonly y: number }[] = notesIn(model.board.get(), zone).filter(
      ({ id }) => !moving.has(id),
    );
    const moves = notes.map((id, index): NoteMove => {
      const place = layAt(kind, size, y === undefined ? { x } : { x, y }, there);
      there.push(place);
      const apart = kind === 'quadrant' ? index * APART : 0;
      return { id, zone, x: place.x + apart, y: place.y + apart };
    });
    model.actions.moveNotes(moves);
    onClose();
    answers.done(answers.text.moved(moves.length, answers.zoneName(zone)));
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={answers.zoneName(zone)}
      actions={
        <Button kind="primary" disabled={!isChosen} onClick={layThem}>
          {lay}
        </Button>
      }
    >
      <PlaceChoice zone={zone} axes={axes} value={value} onChange={setValue} />
    </Dialog>
  );
}
