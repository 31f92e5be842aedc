/** What a round asks to be marked: how many dots are left, in words, and the steps to choose. */
import { boundDots, dotsLeft } from '@ruimte/shared/facilitation/tally';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { useEffect, useMemo, useState } from 'react';
import { connectionTexts } from '../i18n/connection.ts';
import { marksTexts } from '../i18n/marks.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import type { MeetupModel } from '../model/meetup-model.ts';
import { Button } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import type { DotHand } from './dot-hand.ts';
import { useNoteActions } from './note-actions.ts';
import { RateDialog } from './RateDialog.tsx';
import { useAnswers } from './use-answers.ts';

type Texts = (typeof marksTexts)['nl'];

/** How many dots are left, of the zone where the round counts by zone. */
function leftOf({ board, marking, ownMarks }: MeetupModel, zone?: ZoneId): number {
  const rule = marking.get()?.dots;
  const zoneOf = (note: NoteId): ZoneId | undefined => board.note(note)?.zone;
  return rule === undefined ? 0 : dotsLeft(ownMarks.get().votes, rule, zoneOf, zone);
}

/** The hand that gives dots; undefined while the round asks for none. */
function useDotHand(text: Texts): DotHand | undefined {
  const model = useMeetup();
  const answers = useAnswers();
  const { noWriting } = useText(connectionTexts);
  const rule = useReadable(model.marking)?.dots;
  return useMemo(() => {
    if (rule === undefined) return undefined;
    const { board, ownMarks, stage, session } = model;
    const given = (note: NoteId): number =>
      boundDots(ownMarks.get().votes, rule, (id) => board.note(id)?.zone).get(note) ?? 0;
    const zoneOf = (note: NoteId): ZoneId | undefined => (rule.perZone ? board.note(note)?.zone : undefined);
    const sayLeft = (note: NoteId): string => {
      const zone = zoneOf(note);
      const left = leftOf(model, zone);
      return zone === undefined ? text.left(left) : text.leftIn(left, answers.zoneName(zone));
    };
    const whyNot: DotHand['whyNot'] = (note, by) => {
      if (board.note(note) === undefined) return answers.text.gone;
      if (stage.get().lockedAt !== null && session.role === 'participant') return noWriting.locked;
      if (model.onDesk(note)) return text.notYet;
      if (by === -1) return given(note) > 0 ? undefined : text.noneHere;
      return leftOf(model, zoneOf(note)) > 0 ? undefined : `${sayLeft(note)} ${text.takeFirst}`;
    };
    return {
      tool: text.tool,
      give: text.give,
      take: text.take,
      whyNot,
      dot: (note, by) => {
        const why = whyNot(note, by);
        if (why !== undefined) answers.tell(why);
        else if (model.actions.setDots(note, given(note) + by))
          answers.tell(`${by === 1 ? text.given : text.taken} ${sayLeft(note)}`);
      },
    };
  }, [model, rule, text, answers, noWriting]);
}

/** One line, as the state of the board is said in one line. */
export function MarkBar() {
  const model = useMeetup();
  const actions = useNoteActions();
  const text = useText(marksTexts);
  const marking = useReadable(model.marking);
  // How many are left changes with what was given, and with notes that go.
  useReadable(model.ownMarks);
  useReadable(model.board);
  const hand = useDotHand(text);
  const [rating, setRating] = useState(false);
  useEffect(() => {
    actions.dots.set(hand);
    return () => actions.dots.set(undefined);
  }, [actions, hand]);
  if (marking === undefined) return null;
  const { dots } = marking;
  return (
    <div className="mark-bar">
      {dots !== undefined && (
        <p>
          <span role="status">{dots.perZone ? text.perZone(dots.count) : text.left(leftOf(model))}</span>{' '}
          {text.how}
        </p>
      )}
      {marking.ratings && (
        <p>
          {text.rateQuestion}{' '}
          <Button size="small" onClick={() => setRating(true)}>
            {text.rate}
          </Button>
        </p>
      )}
      <RateDialog open={rating && marking.ratings} onClose={() => setRating(false)} />
    </div>
  );
}
