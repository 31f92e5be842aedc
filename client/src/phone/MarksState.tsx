/** Whether the own dots and ratings are safe. */
import { phoneMarksTexts } from '../i18n/phone-marks.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useReadable } from '../use-model.ts';

/** Below what was given; saved only when durable. Read on request: each press is said already. */
export function MarksState() {
  const text = useText(phoneMarksTexts);
  const { saved } = useReadable(useMeetup().ownMarks);
  return <p className="marks-state">{saved ? text.saved : text.underway}</p>;
}
