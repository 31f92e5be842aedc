/** The notes with the most dots, ties as ties: the first three of all, or of every space where the round gave dots so. */
import './counted.css';
import { tallyDots, topThree } from '@ruimte/shared/facilitation/tally';
import { notesIn } from '@ruimte/shared/projection/board';
import type { CountedMarks } from '@ruimte/shared/schema/marks';
import { phoneMarksTexts } from '../i18n/phone-marks.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useReadable } from '../use-model.ts';
import { Dots } from './Dots.tsx';
import { useIsFresh } from './use-is-fresh.ts';
import { useSpaces } from './use-spaces.ts';

/** Open in the round that was counted and in the one after it; later only its name. */
export function CountedDots({ sheets }: { readonly sheets: readonly CountedMarks[] }) {
  const model = useMeetup();
  const text = useText(phoneMarksTexts);
  const spaces = useSpaces();
  const board = useReadable(model.board);
  const open = useIsFresh(sheets);
  const rule = model.session.meetup.rounds.find(({ id }) => id === sheets[0]?.round)?.vote;
  const tally = tallyDots(sheets);
  const titles = new Map(spaces.map(({ id, title }) => [id, title]));
  const lists = rule?.perZone
    ? spaces.map(({ id, title }) => ({ key: id, title, places: topThree(notesIn(board, id), tally) }))
    : [{ key: 'all', title: '', places: topThree(board.notes.values(), tally) }];
  return (
    <details className="counted" open={open}>
      <summary>
        <h2>{text.counted.topThree}</h2>
      </summary>
      {lists
        .filter(({ places }) => places.length > 0)
        .map(({ key, title, places }) => (
          <div key={key} className="counted-list">
            {title !== '' && <h3>{title}</h3>}
            <ul>
              {places.map(({ place, dots, notes }) => (
                <li key={place} className="counted-place">
                  <p className="counted-number num">
                    <span className="visually-hidden">{text.counted.place(place)}</span>
                    <span aria-hidden="true">{place}</span>
                  </p>
                  <div>
                    <ul>
                      {notes.map((note) => (
                        <li key={note.id} dir="auto" className="counted-words">
                          {note.text}
                          {title === '' && <span className="muted"> {titles.get(note.zone)}</span>}
                        </li>
                      ))}
                    </ul>
                    <p className="counted-dots num">
                      <Dots given={dots} />
                      {[text.dots.dots(dots), notes.length > 1 && text.counted.tied]
                        .filter(Boolean)
                        .join(', ')}
                    </p>
                  </div>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </details>
  );
}
