/** What stands beside the list: what happened while one was away, the keys, and what has just happened. */
import './beside.css';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { useEffect, useMemo, useState } from 'react';
import { AnnounceChoice } from '../board/AnnounceChoice.tsx';
import { changesTexts } from '../i18n/changes.ts';
import { outlineTexts } from '../i18n/outline.ts';
import { useLocale, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { createChanges } from '../model/changes.ts';
import { useReadable } from '../use-model.ts';
import { AwayNews, RecentNews } from './News.tsx';
import { KeyList } from './KeyList.tsx';
import { type Names, sayAway, sayChanges } from './say-changes.ts';
import { type Message, useOthersAnnounced } from './use-others-announced.ts';

interface BesideProps {
  /** The space in which one is. */
  readonly here: ZoneId | undefined;
  readonly onGo: (note: NoteId) => void;
}

/** The keys close where the list needs the room; the news comes below it then. Nothing of it lies over the board. */
export function Beside({ here, onGo }: BesideProps) {
  const model = useMeetup();
  const text = useText(outlineTexts).keys;
  const [changes] = useState(() => createChanges(model));
  useEffect(() => changes.stop, [changes]);
  const names = useNames();
  const message = useOthersAnnounced(changes, here);
  return (
    <aside className="outline-beside" aria-label={text.title}>
      <AwayNews changes={changes} names={names} onGo={onGo} />
      <div className="outline-keys">
        <KeyList />
        <AnnounceChoice />
      </div>
      <RecentNews changes={changes} names={names} />
      <Spoken message={message} names={names} />
    </aside>
  );
}

/** Said politely and not shown: what is shown stands elsewhere. */
function Spoken({ message, names }: { readonly message: Message | undefined; readonly names: Names }) {
  const text = useText(changesTexts);
  // What was said is not said again when somebody gets a name.
  const [said, setSaid] = useState({ message, words: '', turn: 0 });
  if (said.message !== message && message !== undefined) {
    const { changes, more, away } = message;
    const words = away ? `${sayAway(changes, more, text)}.` : sayChanges(changes, text, names);
    setSaid({ message, words, turn: said.turn + 1 });
  }
  return (
    <div className="visually-hidden" aria-live="polite" data-announcer="others">
      <span key={said.turn}>{said.words}</span>
    </div>
  );
}

function useNames(): Names {
  const { board, roster } = useMeetup();
  const people = useReadable(roster);
  const locale = useLocale();
  return useMemo(
    () => ({
      person: (id) => people.get(id)?.name,
      zone: (id) => board.part('zones').find((zone) => zone.id === id)?.title[locale] ?? '',
    }),
    [people, board, locale],
  );
}
