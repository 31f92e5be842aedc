/** One snapshot, to be read: its notes per zone with who they came from as community, never as person. */
import './archive.css';
import type { SnapshotId } from '@ruimte/shared/ids';
import type { SnapshotView } from '@ruimte/shared/protocol/api';
import type { Community } from '@ruimte/shared/schema/community';
import type { Note } from '@ruimte/shared/schema/note';
import type { Zone } from '@ruimte/shared/schema/zone';
import { archiveTexts } from '../i18n/archive.ts';
import { commonTexts } from '../i18n/common.ts';
import { longDay, moment } from '../i18n/dates.ts';
import { useLocale, useLocalized, useText } from '../i18n/use-text.ts';
import { callApi } from '../model/api.ts';
import { asReader } from '../model/organiser.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { LoadState } from '../ui/LoadState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Plan } from '../ui/Plan.tsx';
import { Badge } from '../ui/Stamp.tsx';
import { TopBar } from '../ui/TopBar.tsx';
import { useLoad } from '../use-load.ts';
import { layOut } from './lay-out.ts';
import { Thumbnail } from './Thumbnail.tsx';

/** `/archive/:id` */
export default function SnapshotPage({ id }: { readonly id: string }) {
  const text = useText(archiveTexts);
  const snapshot = useLoad(id, (signal) =>
    asReader((options) => callApi('readSnapshot', { id: id as SnapshotId }, { ...options, signal })),
  );
  const { loaded } = snapshot;
  return (
    <div className="archive">
      <TopBar>
        <ButtonLink kind="quiet" href="/archive">
          {text.toArchive}
        </ButtonLink>
      </TopBar>
      <main className="archive-main">
        {loaded.state === 'ready' ? (
          <Snapshot snapshot={loaded.value} />
        ) : (
          <>
            <PageTitle>{text.title}</PageTitle>
            <LoadState load={snapshot} />
          </>
        )}
      </main>
    </div>
  );
}

function Snapshot({ snapshot }: { readonly snapshot: SnapshotView }) {
  const text = useText(archiveTexts);
  const common = useText(commonTexts);
  const locale = useLocale();
  const say = useLocalized();
  const { zones, elsewhere, supplement, communityOf } = layOut(snapshot);
  return (
    <>
      <div className="snapshot-head">
        <div>
          <PageTitle>{snapshot.title || common.untitled}</PageTitle>
          <p className="archive-meta">
            {longDay(snapshot.date, locale)}, {say(snapshot.format)}
          </p>
          <p className="muted">{text.takenAt(moment(snapshot.takenAt, locale))}</p>
          <ul className="snapshot-communities">
            {snapshot.communities
              .filter((each) => each.mergedInto === undefined)
              .map((each) => (
                <li key={each.id}>
                  <Badge number={each.number} />
                  {each.name}
                </li>
              ))}
          </ul>
        </div>
        <Thumbnail thumbnail={snapshot.thumbnail} />
      </div>
      <div className="snapshot-zones">
        {zones.map(({ zone, notes }) => (
          <ZoneSection key={zone.id} zone={zone} notes={notes} communityOf={communityOf} />
        ))}
      </div>
      {elsewhere.length > 0 && (
        <section className="snapshot-zone" data-zone={5}>
          <h2>{text.otherNotes}</h2>
          <Notes notes={elsewhere} communityOf={communityOf} />
        </section>
      )}
      {supplement.length > 0 && (
        <section className="snapshot-supplement">
          <h2>{text.supplement}</h2>
          <p className="muted">{text.supplementAbout}</p>
          {supplement.map(({ zone, notes }) => (
            <ZoneSection key={zone.id} zone={zone} notes={notes} communityOf={communityOf} level={3} />
          ))}
        </section>
      )}
    </>
  );
}

type CommunityOf = (note: Note) => Community | undefined;

interface ZoneSectionProps {
  readonly zone: Zone;
  readonly notes: readonly Note[];
  readonly communityOf: CommunityOf;
  /** Of the heading. Default 2. */
  readonly level?: 2 | 3;
}

function ZoneSection({ zone, notes, communityOf, level = 2 }: ZoneSectionProps) {
  const say = useLocalized();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="snapshot-zone" data-zone={zone.tint}>
      <Heading className={zone.kind === 'empty' ? 'snapshot-zone-empty' : undefined}>
        <Plan zone={zone.tint} size={18} />
        {say(zone.title)}
      </Heading>
      {/* A space may be empty without a word about it. */}
      {notes.length > 0 && <Notes notes={notes} communityOf={communityOf} />}
    </section>
  );
}

function Notes({
  notes,
  communityOf,
}: {
  readonly notes: readonly Note[];
  readonly communityOf: CommunityOf;
}) {
  const text = useText(archiveTexts);
  const common = useText(commonTexts);
  return (
    <ul className="snapshot-notes">
      {notes.map((note) => {
        const community = communityOf(note);
        return (
          <li key={note.id}>
            <Badge number={community?.number ?? 0} name={community?.name ?? common.noCommunity} />
            <span>
              <span className="snapshot-text">{note.text}</span>
              {note.late === true && <em className="snapshot-late"> {text.late}</em>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
