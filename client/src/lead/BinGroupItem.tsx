/** One group of removed notes: who, how many and when; everything back with one press, or note by note. */
import { communityOf } from '@ruimte/shared/projection/board';
import type { BinEntry, PersonView } from '@ruimte/shared/protocol/api';
import { useId, useState } from 'react';
import { timeOfDay } from '../i18n/dates.ts';
import { leadTexts } from '../i18n/lead.ts';
import { useLocale, useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { Button } from '../ui/Button.tsx';
import { Badge } from '../ui/Stamp.tsx';
import { useReadable } from '../use-model.ts';
import { type BinGroup, hasNotesOfOthers } from './bin-groups.ts';
import type { Restore } from './use-bin.ts';

/** A group no larger than this shows its notes by itself. */
const FEW = 3;
const NOTES_AT_A_TIME = 20;

interface BinGroupItemProps {
  readonly group: BinGroup;
  /** The person wrote these notes; else the person removed them. */
  readonly byAuthor: boolean;
  /** What the server knows of the person, also when they are on the roster no more. */
  readonly known: PersonView | undefined;
  readonly busy: boolean;
  readonly restore: Restore;
}

/** Removed notes of one person. */
export function BinGroupItem({ group, byAuthor, known, busy, restore }: BinGroupItemProps) {
  const text = useText(leadTexts).bin;
  const locale = useLocale();
  const headingId = useId();
  const { entries, person, from, until, ofPerson, newest } = group;
  const who = useWho(group, known);
  const others = !byAuthor && hasNotesOfOthers(entries);
  const time = timeOfDay(until, locale);
  const hidden = useMeetup().session.meetup.shows === 'communities';
  const byThemselves = hidden && person === '';
  const heading = byThemselves
    ? text.removedOwn(entries.length, time)
    : (byAuthor ? text.wrote : text.removed)(who.subject, entries.length, time);
  // Where a person removed what others wrote, "everything of this person" would say something else.
  const named = others ? text.allRemovedBy : text.allOf;
  const nameless = others ? text.allRemovedByThem : text.allOfThem;
  const allOf = who.name === undefined ? nameless : named(who.name);
  const part = !byAuthor && entries.length < ofPerson;
  return (
    <li className="bin-group">
      <div className="bin-group-head">
        {who.number === undefined ? <i className="bin-no-badge" /> : <Badge number={who.number} size={20} />}
        <h4 id={headingId} dir="auto">
          {heading}
        </h4>
      </div>
      {person !== '' && (
        <div className="bin-group-actions">
          {part && entries.length > 1 && (
            <Button
              size="small"
              busy={busy}
              aria-describedby={headingId}
              onClick={() => restore({ type: 'restoreNotes', removedBy: person, between: [from, until] })}
            >
              {text.these(entries.length)}
            </Button>
          )}
          {ofPerson > 1 && newest && (
            <Button
              size="small"
              busy={busy}
              aria-describedby={headingId}
              onClick={() =>
                restore({ type: 'restoreNotes', ...(byAuthor ? { author: person } : { removedBy: person }) })
              }
            >
              {part ? `${allOf} (${ofPerson})` : allOf}
            </Button>
          )}
        </div>
      )}
      <Notes entries={entries} busy={busy} restore={restore} />
    </li>
  );
}

interface Who {
  /** As the heading says it. */
  readonly subject: string;
  /** Undefined where only the community is known, or nobody. */
  readonly name: string | undefined;
  readonly number: number | undefined;
}

/** The roster leaves names out where a meet-up shows communities only; then the community is what is said. */
function useWho({ person, entries }: BinGroup, known: PersonView | undefined): Who {
  const model = useMeetup();
  const text = useText(leadTexts).bin;
  const { communities } = useReadable(model.board);
  const roster = useReadable(model.roster);
  const someone = person === '' ? undefined : (roster.get(person) ?? known);
  const wrote = entries.find(({ note }) => note.author === person)?.note.community ?? '';
  const community = communityOf(communities, someone?.community ?? wrote);
  const name = someone?.name || known?.name || undefined;
  const nameless = community === undefined ? text.somebody : text.somebodyOf(community.name);
  return { subject: name ?? nameless, name, number: community?.number };
}

interface NotesProps {
  readonly entries: readonly BinEntry[];
  readonly busy: boolean;
  readonly restore: Restore;
}

/** A few stand there at once; many are folded away, and drawn in portions. */
function Notes({ entries, busy, restore }: NotesProps) {
  const text = useText(leadTexts).bin;
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState(NOTES_AT_A_TIME);
  const few = entries.length <= FEW;
  const left = entries.length - shown;
  return (
    <>
      {!few && (
        <Button
          size="small"
          kind="quiet"
          className="bin-fold"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? text.hide : text.show(entries.length)}
        </Button>
      )}
      {(few || open) && (
        <ul className="bin-notes">
          {entries.slice(0, shown).map((entry) => (
            <BinNote key={entry.note.id} entry={entry} busy={busy} restore={restore} />
          ))}
        </ul>
      )}
      {!few && open && left > 0 && (
        <Button size="small" kind="quiet" onClick={() => setShown(shown + NOTES_AT_A_TIME)}>
          {text.moreNotes(Math.min(left, NOTES_AT_A_TIME))}
        </Button>
      )}
    </>
  );
}

function BinNote({ entry, busy, restore }: Omit<NotesProps, 'entries'> & { readonly entry: BinEntry }) {
  const model = useMeetup();
  const text = useText(leadTexts).bin;
  const say = useLocalized();
  const { communities, zones } = useReadable(model.board);
  const { note } = entry;
  const community = communityOf(communities, note.community);
  const zone = zones.find((each) => each.id === note.zone);
  return (
    <li>
      {community === undefined ? (
        <i className="bin-no-badge" />
      ) : (
        <Badge number={community.number} name={community.name} size={20} />
      )}
      <p dir="auto">{note.text}</p>
      {zone !== undefined && <p className="muted">{say(zone.title)}</p>}
      <Button
        size="small"
        busy={busy}
        aria-label={text.restoreNote(note.text)}
        onClick={() => restore({ type: 'restoreNote', note: note.id })}
      >
        {text.restore}
      </Button>
    </li>
  );
}
