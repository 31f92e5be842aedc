/** One space in the list: its name, its notes in order of arrival, and a place to write. */
import type { CommunityId, NoteId } from '@ruimte/shared/ids';
import type { Community } from '@ruimte/shared/schema/community';
import type { Note } from '@ruimte/shared/schema/note';
import type { Zone } from '@ruimte/shared/schema/zone';
import { commonTexts } from '../i18n/common.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { currentRound } from '../meetup/rounds.ts';
import { Plan } from '../ui/Plan.tsx';
import { useReadable } from '../use-model.ts';
import { NewNote } from './NewNote.tsx';
import { OutlineNote } from './OutlineNote.tsx';

interface OutlineZoneProps {
  readonly zone: Zone;
  readonly notes: readonly Note[];
  readonly zones: readonly Zone[];
  readonly communities: ReadonlyMap<CommunityId, Community>;
  /** The note whose actions are shown. */
  readonly open: NoteId | undefined;
  readonly onOpen: (id: NoteId | undefined) => void;
  /** The note whose menu of spaces is open. */
  readonly moving: NoteId | undefined;
  readonly onMove: (id: NoteId | undefined) => void;
  readonly onMoved: (id: NoteId) => void;
  readonly focused: NoteId | undefined;
  readonly onFocus: (id: NoteId) => void;
  /** Own notes that are not yet durable. */
  readonly waiting: ReadonlySet<NoteId>;
}

/** An empty space is its heading and no more: nothing asks for it to be filled. */
export function OutlineZone(props: OutlineZoneProps) {
  const { zone, notes, zones, communities, open, onOpen, focused, onFocus, waiting } = props;
  const { moving, onMove, onMoved } = props;
  const model = useMeetup();
  const roster = useReadable(model.roster);
  const common = useText(commonTexts);
  const say = useLocalized();
  const { layout } = model.session.meetup;
  const hint = useHint(zone);
  const headingId = `zone-${zone.id}`;
  return (
    <section className="outline-zone" data-zone={zone.tint} aria-labelledby={headingId}>
      <header>
        {layout === 'nine-spaces' && <Plan zone={zones.indexOf(zone) + 1} size={24} />}
        <h3 id={headingId} tabIndex={-1}>
          {say(zone.title)}
        </h3>
        {/* The empty space is never counted. */}
        {notes.length > 0 && zone.kind !== 'empty' && (
          <span className="num muted">{common.notes(notes.length)}</span>
        )}
        <NewNote zone={zone} />
      </header>
      {hint !== undefined && <p className="outline-hint">{hint}</p>}
      {notes.length > 0 && (
        <ul>
          {notes.map((note) => (
            <OutlineNote
              key={note.id}
              note={note}
              zones={zones}
              communities={communities}
              author={roster.get(note.author)?.name ?? ''}
              open={note.id === open}
              onOpen={onOpen}
              moving={note.id === moving}
              onMove={onMove}
              onMoved={onMoved}
              focused={note.id === focused}
              onFocus={onFocus}
              unsent={waiting.has(note.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** What the running round shows of a space besides its name. */
function useHint(zone: Zone): string | undefined {
  const model = useMeetup();
  const say = useLocalized();
  const stage = useReadable(model.stage);
  const { meetup } = model.session;
  const show = currentRound(meetup, stage)?.round.show;
  const words = meetup.zones.find(({ id }) => id === zone.id);
  if (words === undefined || show === undefined || show === 'name') return undefined;
  const shown = show === 'line' ? (words.line ?? words.prompt) : (words.description ?? words.prompt);
  return say(shown);
}
