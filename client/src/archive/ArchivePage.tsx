/** The archive: every snapshot this person may see, the newest first, to be searched by title. */
import './archive.css';
import { useState } from 'react';
import type { SnapshotSummary } from '@ruimte/shared/protocol/api';
import { archiveTexts } from '../i18n/archive.ts';
import { commonTexts } from '../i18n/common.ts';
import { shortDay } from '../i18n/dates.ts';
import { useLocale, useLocalized, useText } from '../i18n/use-text.ts';
import { callApi } from '../model/api.ts';
import { asReader, organiserSignedIn } from '../model/organiser.ts';
import { Link } from '../navigation.tsx';
import { ButtonLink } from '../ui/Button.tsx';
import { LoadState } from '../ui/LoadState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Badge } from '../ui/Stamp.tsx';
import { TopBar } from '../ui/TopBar.tsx';
import { useLoad } from '../use-load.ts';
import { useReadable } from '../use-model.ts';
import { searchSnapshots } from './search-snapshots.ts';
import { Thumbnail } from './Thumbnail.tsx';

/** `/archive` */
export default function ArchivePage() {
  const text = useText(archiveTexts);
  const common = useText(commonTexts);
  const signedIn = useReadable(organiserSignedIn());
  const snapshots = useLoad('snapshots', (signal) =>
    asReader((options) => callApi('listSnapshots', {}, { ...options, signal })),
  );
  const { loaded } = snapshots;
  return (
    <div className="archive">
      <TopBar>
        {signedIn && (
          <ButtonLink kind="quiet" href="/prepare">
            {common.newMeetup}
          </ButtonLink>
        )}
      </TopBar>
      <main className="archive-main">
        {loaded.state === 'ready' ? (
          <Snapshots snapshots={loaded.value} />
        ) : (
          <>
            <PageTitle>{text.title}</PageTitle>
            <LoadState load={snapshots} />
          </>
        )}
      </main>
    </div>
  );
}

function Snapshots({ snapshots }: { readonly snapshots: readonly SnapshotSummary[] }) {
  const text = useText(archiveTexts);
  const locale = useLocale();
  const [words, setWords] = useState('');
  const found = searchSnapshots(snapshots, words, locale);
  return (
    <>
      <div className="archive-head">
        <PageTitle>{text.title}</PageTitle>
        <p className="muted" role="status">
          {words.trim() === '' ? text.snapshots(snapshots.length) : text.found(found.length)}
        </p>
        {snapshots.length > 0 && (
          <input
            type="search"
            className="text-input archive-search"
            aria-label={text.search}
            placeholder={text.search}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </div>
      {snapshots.length === 0 && <p className="archive-empty">{text.empty}</p>}
      {snapshots.length > 0 && found.length === 0 && (
        <p className="archive-empty">{text.nothingFound(words.trim())}</p>
      )}
      <ul className="archive-cards">
        {found.map((snapshot) => (
          <SnapshotCard key={snapshot.id} snapshot={snapshot} />
        ))}
      </ul>
    </>
  );
}

function SnapshotCard({ snapshot }: { readonly snapshot: SnapshotSummary }) {
  const common = useText(commonTexts);
  const locale = useLocale();
  const say = useLocalized();
  return (
    <li className="archive-card">
      <Thumbnail thumbnail={snapshot.thumbnail} />
      <h2>
        {/* The link covers the card; its name is the title alone. */}
        <Link className="archive-link" href={`/archive/${snapshot.id}`}>
          {snapshot.title || common.untitled}
        </Link>
      </h2>
      <p className="archive-meta">
        {shortDay(snapshot.date, locale)}, {say(snapshot.format)}
      </p>
      <div className="archive-foot">
        <span className="archive-badges">
          {snapshot.communities
            .filter((each) => each.mergedInto === undefined)
            .map((each) => (
              <Badge key={each.id} number={each.number} name={each.name} size={20} />
            ))}
        </span>
        <span className="num">{common.notes(snapshot.notes)}</span>
      </div>
    </li>
  );
}
