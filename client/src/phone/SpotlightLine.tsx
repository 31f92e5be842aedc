/** What the facilitator put in the light, with a way to look along; nobody is moved by itself. */
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { phonePartsTexts } from '../i18n/phone-parts.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { Button } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { useSpaces } from './use-spaces.ts';

/** Nothing while there is no spotlight. */
export function SpotlightLine(props: { readonly onLook: (zone: ZoneId, note: NoteId | undefined) => void }) {
  const model = useMeetup();
  const text = useText(phonePartsTexts);
  const { spotlight } = useReadable(model.stage);
  const board = useReadable(model.board);
  const spaces = useSpaces();
  let zone: ZoneId | undefined;
  let note: NoteId | undefined;
  if (spotlight !== null && 'zone' in spotlight) zone = spotlight.zone;
  else if (spotlight !== null) {
    note = spotlight.note;
    zone = board.notes.get(note)?.zone;
  }
  const space = spaces.find(({ id }) => id === zone);
  if (space === undefined) return null;
  return (
    <div className="spotlight-line">
      <p>{text.spotlight(space.title)}</p>
      <Button onClick={() => props.onLook(space.id, note)}>{text.lookAlong}</Button>
    </div>
  );
}
