/** One space, then and now: what stayed, was worded differently, moved, went or is new, each with its word and sign. */
import './compare.css';
import type { ZoneId } from '@ruimte/shared/ids';
import { type ChangeKind, changesIn, type NoteChange } from '@ruimte/shared/projection/compare';
import type { SnapshotView } from '@ruimte/shared/protocol/api';
import type { Community } from '@ruimte/shared/schema/community';
import { codeOf, styleOf } from '@ruimte/shared/schema/community-style';
import type { Note } from '@ruimte/shared/schema/note';
import type { Zone } from '@ruimte/shared/schema/zone';
import { compareTexts } from '../i18n/compare.ts';
import { shortDay } from '../i18n/dates.ts';
import { useLocale, useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { Badge } from '../ui/Stamp.tsx';
import { useReadable } from '../use-model.ts';

const KINDS: readonly ChangeKind[] = ['same', 'reworded', 'moved', 'gone', 'new'];
const SIGNS: Readonly<Record<ChangeKind, string>> = {
  same: '✓',
  reworded: '~',
  moved: '→',
  gone: '−',
  new: '+',
};

interface SpaceThenAndNowProps {
  readonly zone: Zone;
  readonly heading: string;
  readonly previous: SnapshotView;
  readonly changes: readonly NoteChange[];
  /** Of the heading. */
  readonly level: 2 | 3;
}

/** Two columns; a kind that does not occur takes no room. */
export function SpaceThenAndNow({ zone, heading, previous, changes, level }: SpaceThenAndNowProps) {
  const text = useText(compareTexts);
  const say = useLocalized();
  const locale = useLocale();
  const { communities } = useReadable(useMeetup().board);
  const here = changesIn(changes, zone.id);
  const Heading = level === 2 ? 'h2' : 'h3';
  const then = new Map(previous.communities.map((each) => [each.id, asToday(each, communities)]));
  return (
    // A group, not a section: a landmark of this name is in the list of the board already.
    <div role="group" className="then-now" data-zone={zone.tint} aria-label={say(zone.title)}>
      <Heading>{heading}</Heading>
      {/* A space may be empty without a word about it. */}
      {here.length > 0 && (
        <table>
          <thead>
            <tr>
              <td />
              <th scope="col">
                {text.before} <span>{shortDay(previous.date, locale)}</span>
              </th>
              <th scope="col">{text.after}</th>
            </tr>
          </thead>
          <tbody>
            {KINDS.filter((kind) => here.some((change) => change.kind === kind)).map((kind) => (
              <tr key={kind} data-kind={kind}>
                <th scope="row">
                  <span className="then-now-sign" aria-hidden="true">
                    {SIGNS[kind]}
                  </span>
                  {text.kinds[kind]}
                </th>
                <td data-when={text.before}>
                  <Side zone={zone.id} kind={kind} changes={here} side="before" communities={then} />
                </td>
                <td data-when={text.after}>
                  <Side zone={zone.id} kind={kind} changes={here} side="after" communities={communities} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** A community that is here today too has the colour and stamp of today. */
function asToday(then: Community, communities: ReadonlyMap<Community['id'], Community>): Community {
  return [...communities.values()].find(({ name }) => name === then.name) ?? then;
}

interface SideProps {
  readonly zone: ZoneId;
  readonly kind: ChangeKind;
  readonly changes: readonly NoteChange[];
  readonly side: 'before' | 'after';
  readonly communities: ReadonlyMap<Community['id'], Community>;
}

function Side({ zone, kind, changes, side, communities }: SideProps) {
  const notes = changes.flatMap((change) => {
    const note = change[side];
    return change.kind === kind && note?.zone === zone ? [{ note, change }] : [];
  });
  if (notes.length === 0) return null;
  return (
    <ul>
      {notes.map(({ note, change }) => (
        <li key={note.id} data-community={styleFor(note, communities)}>
          <p dir="auto">{note.text}</p>
          <p className="then-now-who">
            <Where change={change} side={side} />
            <Who community={communities.get(note.community as Community['id'])} />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The style of its community; 0 for neutral paper. */
function styleFor(note: Note, communities: SideProps['communities']): number {
  const community = communities.get(note.community as Community['id']);
  return community === undefined ? 0 : styleOf(community.number);
}

function Who({ community }: { readonly community: Community | undefined }) {
  if (community === undefined) return null;
  return (
    <>
      <Badge number={community.number} size={20} />
      {[codeOf(community), community.name].filter(Boolean).join(' ')}
    </>
  );
}

/** Where a moved note went, or came from. */
function Where({ change, side }: { readonly change: NoteChange; readonly side: 'before' | 'after' }) {
  const text = useText(compareTexts);
  const say = useLocalized();
  const zones = useReadable(useMeetup().board).zones;
  if (change.kind !== 'moved') return null;
  const other = side === 'before' ? change.after : change.before;
  const zone = zones.find(({ id }) => id === other.zone);
  if (zone === undefined) return null;
  const words = side === 'before' ? text.movedTo(say(zone.title)) : text.movedFrom(say(zone.title));
  return <span className="then-now-where">{words}</span>;
}
