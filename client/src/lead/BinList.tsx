/** Removed notes in groups, with the way back: of one note, of one removal, of everything of one person. */
import './bin-list.css';
import { useMemo, useState } from 'react';
import { leadTexts } from '../i18n/lead.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { FieldError } from '../ui/Field.tsx';
import { Button } from '../ui/Button.tsx';
import { RadioCards } from '../ui/RadioCards.tsx';
import { groupByAuthor, groupByRemover, hasNotesOfOthers } from './bin-groups.ts';
import { BinGroupItem } from './BinGroupItem.tsx';
import { useBin } from './use-bin.ts';

/** A bin may hold thousands of notes: so many groups are drawn at a time. */
const GROUPS_AT_A_TIME = 8;

type Order = 'remover' | 'author';

/** Folded away; asked for when it is opened, and again whenever notes are removed while it is. */
export function BinList() {
  const text = useText(leadTexts).bin;
  const [open, setOpen] = useState(false);
  return (
    <details className="lead-section" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{text.title}</h3>
      </summary>
      {open && <Groups />}
    </details>
  );
}

function Groups() {
  const text = useText(leadTexts).bin;
  const { entries, people, restore, busy, error } = useBin();
  const [wanted, setWanted] = useState<Order>('remover');
  const [shown, setShown] = useState(GROUPS_AT_A_TIME);
  const hidden = useMeetup().session.meetup.shows === 'communities';
  // Where authors cannot be told every note would be one of somebody else.
  const both = useMemo(() => !hidden && hasNotesOfOthers(entries ?? []), [entries, hidden]);
  const order = both ? wanted : 'remover';
  const groups = useMemo(
    () => (order === 'author' ? groupByAuthor(entries ?? []) : groupByRemover(entries ?? [])),
    [entries, order],
  );
  if (entries === undefined) return <FieldError error={error} />;
  return (
    <div className="bin">
      <FieldError error={error} />
      {groups.length === 0 && <p className="muted">{text.empty}</p>}
      {both && (
        <RadioCards
          look="chip"
          legend={text.order}
          choices={[
            { value: 'remover', content: text.byRemover },
            { value: 'author', content: text.byAuthor },
          ]}
          value={order}
          onChange={(next) => {
            setWanted(next);
            setShown(GROUPS_AT_A_TIME);
          }}
        />
      )}
      <ul className="bin-groups">
        {groups.slice(0, shown).map((group) => (
          <BinGroupItem
            key={`${order} ${group.key}`}
            group={group}
            byAuthor={order === 'author'}
            known={group.person === '' ? undefined : people.get(group.person)}
            busy={busy}
            restore={restore}
          />
        ))}
      </ul>
      {groups.length > shown && (
        <Button size="small" onClick={() => setShown(shown + GROUPS_AT_A_TIME)}>
          {text.more}
        </Button>
      )}
    </div>
  );
}
