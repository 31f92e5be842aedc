/** The plan of the spaces, to choose where notes, a copy or a group go: the way without dragging. */
import type { ZoneId } from '@ruimte/shared/ids';
import type { Zone } from '@ruimte/shared/schema/zone';
import { type CSSProperties, useEffect, useRef } from 'react';
import { useMeetup } from '../meetup/context.ts';
import { useLocalized } from '../i18n/use-text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { useReadable } from '../use-model.ts';
import { useNoteActions } from './note-actions.ts';
import type { Question } from './question.ts';
import type { Answers } from './use-answers.ts';

interface SpaceDialogProps {
  readonly question: Extract<Question, { readonly asks: 'space' }>;
  readonly answers: Answers;
  readonly onClose: () => void;
}

/** A space lies in the plan where it lies on the board. */
function placeOf({ col, row, colSpan, rowSpan }: Zone): CSSProperties {
  return {
    '--col': `${col + 1} / span ${colSpan}`,
    '--row': `${row + 1} / span ${rowSpan}`,
  } as CSSProperties;
}

/** Opens with the focus on the first space that something can go to. */
export function SpaceDialog({ question, answers, onClose }: SpaceDialogProps) {
  const model = useMeetup();
  const actions = useNoteActions();
  const { arranging } = actions;
  const say = useLocalized();
  const { zones } = useReadable(model.board);
  const grid = useRef<HTMLDivElement>(null);
  const { text } = answers;
  const here = zoneNow();
  useEffect(() => grid.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus(), []);

  /** The space all of it lies in now; a copy may go to the same. */
  function zoneNow(): ZoneId | undefined {
    if (question.for === 'group') return arranging.groups().get(question.group)?.group.zone;
    if (question.for === 'copy') return undefined;
    const found = new Set(question.notes.map((id) => model.board.note(id)?.zone));
    return found.size === 1 ? [...found][0] : undefined;
  }
  const hasAxes = (zone: ZoneId): boolean =>
    model.session.meetup.zones.some(({ id, axes }) => id === zone && axes !== undefined);
  function choose(zone: ZoneId): void {
    onClose();
    const name = answers.zoneName(zone);
    if (question.for === 'move') actions.send(question.notes, zone);
    else {
      const result =
        question.for === 'copy'
          ? arranging.copy(question.note, zone)
          : arranging.sendGroup(question.group, zone);
      if (result.ok) answers.done(question.for === 'copy' ? text.copied(name) : text.movedGroup(name));
      else if (result.reason !== 'empty' && result.reason !== 'tooLong')
        answers.tell(answers.why(result.reason));
    }
  }
  const title = {
    move: question.for === 'move' ? text.moveTitle(question.notes.length) : '',
    copy: text.copyTitle,
    group: text.moveGroupTitle,
  }[question.for];
  return (
    <Dialog open onClose={onClose} title={title} actions={null}>
      <div ref={grid} className="space-choice">
        {zones.map((zone) => (
          <button
            key={zone.id}
            type="button"
            data-zone={zone.kind === 'empty' ? undefined : zone.tint}
            style={placeOf(zone)}
            // On a scale another place in the same space says something else.
            disabled={zone.id === here && !(question.for === 'move' && hasAxes(zone.id))}
            title={zone.id === here ? text.here : undefined}
            onClick={() => choose(zone.id)}
          >
            {say(zone.title)}
          </button>
        ))}
      </div>
    </Dialog>
  );
}
