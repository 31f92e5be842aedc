/** Who is in: name, community, connected or not; another name, out of the meet-up, and back in. */
import type { ParticipantId } from '@ruimte/shared/ids';
import type { PersonView } from '@ruimte/shared/protocol/api';
import { communityOf } from '@ruimte/shared/projection/board';
import type { RosterEntry } from '@ruimte/shared/schema/stage';
import { memo, useEffect, useMemo, useState } from 'react';
import { commonTexts } from '../i18n/common.ts';
import { leadTexts } from '../i18n/lead.ts';
import { useText } from '../i18n/use-text.ts';
import { useAsk, useMeetup } from '../meetup/context.ts';
import { useBoardPart } from '../meetup/use-board-part.ts';
import { Button } from '../ui/Button.tsx';
import { Badge } from '../ui/Stamp.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useReadable } from '../use-model.ts';
import { InlineName } from './InlineName.tsx';
import { useLead } from './lead-context.tsx';
import { usePeople } from './use-people.ts';

/** Folded away until it is needed; the summary says how many people are in. */
export function PeopleList() {
  const text = useText(leadTexts);
  const [open, setOpen] = useState(false);
  const roster = usePeople(open);
  const participants = [...roster.values()].filter(({ role }) => role === 'participant').length;
  return (
    <details className="lead-section" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{text.peopleTitle}</h3>
        <span className="num muted">{participants}</span>
      </summary>
      {open && roster.size === 0 && <p className="muted">{text.nobody}</p>}
      {open && <People roster={roster} />}
      {open && <ShutOut />}
    </details>
  );
}

/** Only while it is open: who is connected is looked up again with every movement of a cursor. */
function People({ roster }: { readonly roster: ReadonlyMap<ParticipantId, RosterEntry> }) {
  const model = useMeetup();
  const here = new Set(useReadable(model.others).map(({ who }) => who));
  const people = useMemo(() => [...roster].sort(([, a], [, b]) => a.name.localeCompare(b.name)), [roster]);
  return (
    <ul className="lead-people">
      {people.map(([id, person]) => (
        <Person
          key={id}
          id={id}
          person={person}
          connected={here.has(id) || id === model.session.participant}
        />
      ))}
    </ul>
  );
}

interface PersonProps {
  readonly id: ParticipantId;
  readonly person: RosterEntry;
  readonly connected: boolean;
}

/** Drawn again only when it changes itself: presence changes with every movement of a cursor. */
const Person = memo(function Person({ id, person, connected }: PersonProps) {
  const text = useText(leadTexts);
  const common = useText(commonTexts);
  const toast = useToast();
  const { send } = useLead();
  const [open, setOpen] = useState(false);
  const community = communityOf(useBoardPart('communities'), person.community);
  async function shutOut(): Promise<void> {
    if (!(await send({ type: 'shutOut', person: id, out: true }))) return;
    toast({
      message: text.shutOutDone(person.name),
      undo: () => void send({ type: 'shutOut', person: id, out: false }),
    });
  }
  return (
    <li className="lead-person">
      <button type="button" className="lead-person-row" aria-expanded={open} onClick={() => setOpen(!open)}>
        {community === undefined ? (
          <i className="lead-person-none" />
        ) : (
          <Badge number={community.number} size={20} />
        )}
        <span className="lead-person-name" dir="auto">
          {person.name}
        </span>
        <span className="lead-person-state" data-connected={connected || undefined}>
          {connected ? text.connected : text.notConnected}
        </span>
      </button>
      {open && (
        <div className="lead-person-more">
          <p className="muted">
            {person.role === 'facilitator' ? text.facilitator : (community?.name ?? common.noCommunity)}
          </p>
          <InlineName
            label={text.rename}
            act={text.keepName}
            name={person.name}
            onKeep={(name) => send({ type: 'renamePerson', person: id, name })}
            onDone={() => setOpen(false)}
          />
          {person.role === 'participant' && (
            <Button size="small" onClick={() => void shutOut()}>
              {text.shutOut}
            </Button>
          )}
        </div>
      )}
    </li>
  );
});

/** Those who were taken out: not on the roster any more, so asked for. */
function ShutOut() {
  const model = useMeetup();
  const ask = useAsk();
  const text = useText(leadTexts);
  const toast = useToast();
  const { send, attempt } = useLead();
  const [out, setOut] = useState<readonly PersonView[]>([]);
  const { id } = model.session.meetup;
  useEffect(() => {
    let gone = false;
    function look(): void {
      void attempt(async () => {
        const people = await ask('listPeople', { id });
        if (!gone) setOut(people.filter((person) => person.shutOut));
      });
    }
    look();
    // Whoever is taken out or let in again leaves or joins the roster.
    const stop = model.roster.subscribe(look);
    return () => {
      gone = true;
      stop();
    };
  }, [ask, attempt, id, model]);
  if (out.length === 0) return null;
  async function letIn(person: PersonView): Promise<void> {
    if (!(await send({ type: 'shutOut', person: person.id, out: false }))) return;
    setOut((before) => before.filter((each) => each.id !== person.id));
    toast({ message: text.letInDone(person.name) });
  }
  return (
    <>
      <h4>{text.shutOutTitle}</h4>
      <ul className="lead-people">
        {out.map((person) => (
          <li key={person.id} className="lead-row">
            <span dir="auto">{person.name}</span>
            <Button size="small" onClick={() => void letIn(person)}>
              {text.letIn}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
