/** Moving an own note: to another space, and to a place on a scale or in a quadrant, also where it lies already. */
import { valueOf } from '@ruimte/shared/projection/scale';
import type { ZoneId } from '@ruimte/shared/ids';
import { useState } from 'react';
import { phonePartsTexts } from '../i18n/phone-parts.ts';
import { phoneRoundTexts } from '../i18n/phone-round.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import type { TypedNote } from '../model/meetup-model.ts';
import { Button } from '../ui/Button.tsx';
import type { OwnNote } from './own-notes.ts';
import { PlaceChoice } from './PlaceChoice.tsx';
import { placeOf, SpaceGrid } from './SpacePicker.tsx';
import { useSpaces } from './use-spaces.ts';

interface MoveNoteProps {
  readonly note: OwnNote;
  /** @param at - only where the place means something. */
  readonly onMove: (zone: ZoneId, at: TypedNote['at']) => void;
}

/** Buttons and no radio group: arrow keys must not move a note through every space on the way. */
export function MoveNote({ note, onMove }: MoveNoteProps) {
  const model = useMeetup();
  const text = useText(phonePartsTexts).mine;
  const { lay } = useText(phoneRoundTexts).place;
  const spaces = useSpaces();
  const { zones } = model.session.meetup;
  const [target, setTarget] = useState(note.zone);
  const [place, setPlace] = useState(() => ({ value: valueNow(), at: undefined as TypedNote['at'] }));
  const axesOf = (zone: ZoneId) => zones.find(({ id }) => id === zone)?.axes;
  const axes = axesOf(target);

  function valueNow() {
    const there = model.board.note(note.id);
    const size = model.board.rects.get().get(note.zone);
    const kind = zones.find(({ id }) => id === note.zone)?.axes?.y === undefined ? 'scale' : 'quadrant';
    return there === undefined || size === undefined ? {} : valueOf({ kind }, size, there);
  }
  function choose(zone: ZoneId): void {
    if (axesOf(zone) === undefined) return onMove(zone, undefined);
    setTarget(zone);
    setPlace({ value: zone === note.zone ? valueNow() : {}, at: undefined });
  }
  return (
    <div className="own-note-move" role="group" aria-label={text.moveTitle}>
      {spaces.length > 1 && (
        <>
          <p>{text.moveTitle}</p>
          <SpaceGrid spaces={spaces}>
            {spaces.map((space) => (
              <button
                key={space.id}
                type="button"
                className={axes !== undefined && space.id === target ? 'space space-chosen' : 'space'}
                {...placeOf(space)}
                aria-pressed={axesOf(space.id) === undefined ? undefined : space.id === target}
                disabled={space.id === note.zone && axesOf(space.id) === undefined}
                onClick={() => choose(space.id)}
              >
                {space.title}
              </button>
            ))}
          </SpaceGrid>
        </>
      )}
      {axes !== undefined && (
        <div className="own-note-place">
          <PlaceChoice
            key={target}
            zone={target}
            axes={axes}
            note={note.id}
            value={place.value}
            onChange={(value, at) => setPlace({ value, at })}
          />
          <Button disabled={place.at === undefined} onClick={() => onMove(target, place.at)}>
            {lay}
          </Button>
        </div>
      )}
    </div>
  );
}
