/** What others did, to be read: what has just happened, and what one missed, with a way to each note. */
import type { NoteId } from '@ruimte/shared/ids';
import { changesTexts } from '../i18n/changes.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import type { Changes } from '../model/changes.ts';
import { Button } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { type Names, sayAway, sayChange } from './say-changes.ts';

interface NewsProps {
  readonly changes: Changes;
  readonly names: Names;
}

/** So many are named one by one. */
const NAMED = 20;

/** Nothing until something has happened. Not read aloud: that goes another way, and no more often than one wants. */
export function RecentNews({ changes, names }: NewsProps) {
  const text = useText(changesTexts);
  const recent = useReadable(changes.recent);
  if (recent.length === 0) return null;
  return (
    <section className="outline-news" aria-labelledby="outline-just">
      <h2 id="outline-just">{text.just}</h2>
      <ul>
        {recent.toReversed().map((change, index) => (
          // The same may happen to the same note twice.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${change.note}/${recent.length - index}`}>{sayChange(change, text, names)}.</li>
        ))}
      </ul>
    </section>
  );
}

/** Nothing when nothing was missed; stays until it has been read. */
export function AwayNews({ changes, names, onGo }: NewsProps & { readonly onGo: (note: NoteId) => void }) {
  const model = useMeetup();
  const text = useText(changesTexts);
  const away = useReadable(changes.away);
  if (away === undefined) return null;
  const named = away.changes.slice(0, NAMED);
  const rest = away.changes.length - named.length + away.more;
  return (
    <section className="outline-news outline-away" aria-labelledby="outline-away">
      <h2 id="outline-away">{sayAway(away.changes, away.more, text)}</h2>
      <ul>
        {named.map((change) => (
          <li key={change.note}>
            {model.board.note(change.note) === undefined ? (
              <span>{sayChange(change, text, names)}</span>
            ) : (
              <button type="button" className="outline-go" onClick={() => onGo(change.note)}>
                {sayChange(change, text, names)}
                {change.kind === 'added' && change.text !== '' && <q dir="auto">{change.text}</q>}
              </button>
            )}
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="muted">{text.more(rest)}</p>}
      <Button size="small" onClick={() => changes.dismiss()}>
        {text.seen}
      </Button>
    </section>
  );
}
