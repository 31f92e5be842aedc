/** Tables: how many, drawn by lot, who sits where, another seat for one person, and all of them taken away. */
import { MAX_TABLES } from '@ruimte/shared/facilitation/draw-tables';
import type { ParticipantId } from '@ruimte/shared/ids';
import { communityOf } from '@ruimte/shared/projection/board';
import type { RosterEntry } from '@ruimte/shared/schema/stage';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { leadingTexts } from '../i18n/leading.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useBoardPart } from '../meetup/use-board-part.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { Field, TextInput } from '../ui/Field.tsx';
import { Badge } from '../ui/Stamp.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useReadable } from '../use-model.ts';
import { fairTables } from './fair-tables.ts';
import { useLead } from './lead-context.tsx';
import { usePeople } from './use-people.ts';

type Person = readonly [id: ParticipantId, entry: RosterEntry];

/** Folded away until it is needed. */
export function TableList() {
  const model = useMeetup();
  const text = useText(leadingTexts);
  const [open, setOpen] = useState(false);
  const roster = usePeople(open);
  const { status } = useReadable(model.stage);
  const people = [...roster]
    .filter(([, { role }]) => role === 'participant')
    .sort(([, a], [, b]) => a.name.localeCompare(b.name));
  const tables = Math.max(0, ...people.map(([, { table }]) => table ?? 0));
  if (status === 'closed') return null;
  return (
    <details className="lead-section" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{text.tables.title}</h3>
        {tables > 0 && <span className="num muted">{tables}</span>}
      </summary>
      {people.length === 0 ? (
        <p className="muted">{text.tables.nobody}</p>
      ) : (
        <>
          {tables > 0 && <Seats people={people} tables={tables} />}
          {tables > 0 && <ChangeSeat people={people} tables={tables} />}
          <Draw people={people} tables={tables} />
        </>
      )}
    </details>
  );
}

interface TablesProps {
  readonly people: readonly Person[];
  /** The highest table somebody sits at; 0 without tables. */
  readonly tables: number;
}

function Seats({ people, tables }: TablesProps) {
  const text = useText(leadingTexts);
  const communities = useBoardPart('communities');
  const rows = [...Array.from({ length: tables }, (_, index) => index + 1), 0];
  return (
    <ul className="lead-tables">
      {rows.map((table) => {
        const here = people.filter(([, entry]) => (entry.table ?? 0) === table);
        if (here.length === 0) return null;
        return (
          <li key={table}>
            <b className="num">{table === 0 ? text.tables.none : text.tables.table(table)}</b>
            <ul>
              {here.map(([id, { name, community }]) => (
                <li key={id} dir="auto">
                  <Badge number={communityOf(communities, community)?.number ?? 0} size={16} />
                  {name}
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

/** One person to another table, to a new one or to none. */
function ChangeSeat({ people, tables }: TablesProps) {
  const text = useText(leadingTexts);
  const announce = useAnnounce();
  const { send, busy } = useLead();
  const [who, setWho] = useState('');
  const [to, setTo] = useState('1');
  const nameOf = (table: number): string => (table === 0 ? text.tables.none : text.tables.table(table));
  const person = people.find(([id]) => id === who);
  async function move(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (person === undefined) return;
    const table = Math.min(Number(to), MAX_TABLES);
    if (await send({ type: 'setTable', person: person[0], table })) {
      announce(text.tables.moved(person[1].name, nameOf(table)));
    }
  }
  return (
    <form className="lead-form" onSubmit={(event) => void move(event)}>
      <Field label={text.tables.who}>
        {(control) => (
          <select
            {...control}
            className="text-input"
            value={who}
            onChange={(event) => setWho(event.currentTarget.value)}
          >
            <option value="" />
            {people.map(([id, { name, table }]) => (
              <option key={id} value={id}>
                {`${name} · ${nameOf(table ?? 0)}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={text.tables.to}>
        {(control) => (
          <select
            {...control}
            className="text-input"
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          >
            {Array.from({ length: tables }, (_, index) => (
              <option key={index} value={index + 1}>
                {text.tables.table(index + 1)}
              </option>
            ))}
            {tables < MAX_TABLES && <option value={tables + 1}>{text.tables.another}</option>}
            <option value="0">{text.tables.none}</option>
          </select>
        )}
      </Field>
      <Button size="small" type="submit" busy={busy}>
        {text.tables.move}
      </Button>
    </form>
  );
}

/** Drawing changes every seat; taking the tables away can be undone, seat by seat. */
function Draw({ people, tables }: TablesProps) {
  const text = useText(leadingTexts);
  const announce = useAnnounce();
  const toast = useToast();
  const { send, busy } = useLead();
  const model = useMeetup();
  useBoardPart('zones');
  const fair = fairTables(model, people.length);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const form = useRef<HTMLFormElement>(null);
  // The seats come above it, and must not push what has the focus out of view.
  const before = useRef(tables);
  useEffect(() => {
    if (before.current === tables) return;
    before.current = tables;
    const { activeElement } = document;
    if (form.current?.contains(activeElement) === true) activeElement?.scrollIntoView({ block: 'nearest' });
  }, [tables]);
  const number = typed ?? String(tables > 0 ? tables : fair);
  async function draw(event: FormEvent): Promise<void> {
    event.preventDefault();
    const wanted = Math.min(MAX_TABLES, Math.max(1, Math.trunc(Number(number)) || fair));
    if (!(await send({ type: 'drawTables', tables: wanted }))) return;
    setTyped(undefined);
    announce(text.tables.drawn);
  }
  async function putBack(): Promise<void> {
    for (const [person, { table = 0 }] of people) {
      // One after the other: the next seat is no use when this one failed.
      if (table > 0 && !(await send({ type: 'setTable', person, table }))) return;
    }
  }
  async function takeAway(): Promise<void> {
    if (await send({ type: 'drawTables', tables: 0 })) {
      toast({ message: text.tables.gone, undo: () => void putBack() });
    }
  }
  return (
    <form ref={form} className="lead-form" onSubmit={(event) => void draw(event)}>
      <div className="lead-inline">
        <TextInput
          label={text.tables.number}
          type="number"
          inputMode="numeric"
          min={1}
          max={MAX_TABLES}
          value={number}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button size="small" type="submit" busy={busy}>
          {tables > 0 ? text.tables.drawAgain : text.tables.draw}
        </Button>
      </div>
      <p className="muted">{tables > 0 ? text.tables.againHint : text.tables.drawHint}</p>
      {tables > 0 && (
        <Button size="small" busy={busy} onClick={() => void takeAway()}>
          {text.tables.takeAway}
        </Button>
      )}
    </form>
  );
}
