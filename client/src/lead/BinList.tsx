/** Removed notes, with the way back. */
import type { NoteId } from '@ruimte/shared/ids';
import type { BinEntry } from '@ruimte/shared/protocol/api';
import { communityOf } from '@ruimte/shared/projection/board';
import { useEffect, useState } from 'react';
import { leadTexts } from '../i18n/lead.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useAsk, useMeetup } from '../meetup/context.ts';
import { Button } from '../ui/Button.tsx';
import { Badge } from '../ui/Stamp.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useReadable } from '../use-model.ts';
import { useLead } from './lead-context.tsx';

/** By then the server has what this screen did. */
const ARRIVED_MS = 1_000;

/** Folded away; asked for when it is opened, and again whenever notes change while it is. */
export function BinList() {
  const text = useText(leadTexts);
  const [open, setOpen] = useState(false);
  return (
    <details className="lead-section" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{text.bin}</h3>
      </summary>
      {open && <Entries />}
    </details>
  );
}

function Entries() {
  const model = useMeetup();
  const ask = useAsk();
  const text = useText(leadTexts);
  const say = useLocalized();
  const toast = useToast();
  const { send, attempt } = useLead();
  const { communities, notes, zones } = useReadable(model.board);
  const [entries, setEntries] = useState<readonly BinEntry[] | undefined>(undefined);
  const { id } = model.session.meetup;
  useEffect(() => {
    let gone = false;
    let asked = -1;
    let again: ReturnType<typeof setTimeout> | undefined;
    function read(): void {
      void attempt(async () => {
        const bin = await ask('readBin', { id });
        if (!gone) setEntries(bin);
      });
    }
    function look(): void {
      // Typing changes notes too; only fewer or more of them says something about the bin.
      const { size } = model.board.get().notes;
      if (size === asked) return;
      asked = size;
      read();
      // What was removed here is gone from this screen before the server has heard of it.
      clearTimeout(again);
      again = setTimeout(read, ARRIVED_MS);
    }
    look();
    const stop = model.board.subscribe(look);
    return () => {
      gone = true;
      clearTimeout(again);
      stop();
    };
  }, [ask, attempt, id, model]);
  if (entries === undefined) return null;
  const shown = entries.filter(({ note }) => !notes.has(note.id)).sort((a, b) => b.removedAt - a.removedAt);
  if (shown.length === 0) return <p className="muted">{text.binEmpty}</p>;
  async function restore(note: NoteId): Promise<void> {
    if (await send({ type: 'restoreNote', note })) toast({ message: text.restored });
  }
  return (
    <ul className="lead-bin">
      {shown.map(({ note }) => {
        const community = communityOf(communities, note.community);
        const zone = zones.find((each) => each.id === note.zone);
        return (
          <li key={note.id}>
            {community !== undefined && <Badge number={community.number} name={community.name} size={20} />}
            <p dir="auto">{note.text}</p>
            <p className="muted">{zone === undefined ? '' : say(zone.title)}</p>
            <Button size="small" onClick={() => void restore(note.id)}>
              {text.restore}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
