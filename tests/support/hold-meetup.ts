/** Holds a sample meet-up through real connections: everybody in it is a person with a device of their own. */
import type { FormatId, NoteId, RoundId, SnapshotId, ZoneId, CommunityId } from '@ruimte/shared/ids';
import { createSecret } from '@ruimte/shared/ids';
import type { MeetupDetail, NewSession, SnapshotView } from '@ruimte/shared/protocol/api';
import type { Locale } from '@ruimte/shared/content/format';
import { placeOf } from '@ruimte/shared/projection/scale';
import type { Person } from './person.ts';
import type { Ask } from './start-server.ts';
import { waitFor } from './wait-for.ts';

export interface SampleNote {
  readonly id: string;
  readonly zone: string;
  readonly text: string;
  readonly author: string;
  readonly community: string;
  readonly round: string;
  readonly at: number;
  readonly x: number;
  readonly y: number;
  /** On a scale: 0 to 1, or null for a note without a place. */
  readonly value?: number | null;
  readonly late?: boolean;
}

export interface SampleEvent {
  readonly at: number;
  readonly type:
    'round' | 'join' | 'leave' | 'note' | 'edit' | 'move' | 'delete' | 'lock' | 'spotlight' | 'close';
  readonly participant?: string;
  readonly by?: 'facilitator';
  readonly note?: string;
  readonly zone?: string | null;
  readonly text?: string;
  readonly round?: string;
  readonly x?: number;
  readonly y?: number;
  readonly typedAt?: number;
  readonly locked?: boolean;
  readonly value?: number | null;
  /** Written on the own desk. */
  readonly desk?: boolean;
}

export interface Sample {
  readonly meetup: {
    readonly title: string;
    readonly date: string;
    readonly format: string;
    readonly locale: Locale;
  };
  readonly communities: readonly { readonly id: string; readonly name: string }[];
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly community: string;
    readonly role: string;
  }[];
  readonly notes: readonly SampleNote[];
  readonly events: readonly SampleEvent[];
  /** The round in which dots were given, and by whom to which note. */
  readonly vote?: { readonly round: string };
  readonly votes?: readonly { readonly participant: string; readonly note: string; readonly dots: number }[];
}

export interface Hall {
  /** Asks the server as the organiser. */
  readonly ask: Ask;
  /** Asks the server as nobody. */
  readonly askAsNobody: Ask;
  /** Waits until so many seconds after the start. */
  readonly waitUntil: (second: number) => Promise<void>;
  readonly openPerson: (session: NewSession) => Person;
  /** Told once the meet-up has been prepared, before anybody joins. */
  readonly onPrepared?: (detail: MeetupDetail) => void;
  /** Whether to wait after each event until it is on disk: slower, and always in the same order. */
  readonly inOrder: boolean;
}

export interface HeldMeetup {
  readonly detail: MeetupDetail;
  /** The id each sample note has on the board. */
  readonly notes: ReadonlyMap<string, NoteId>;
  readonly people: ReadonlyMap<string, Person>;
  /** Ids in the order in which they arrived at the facilitator. */
  readonly arrivals: readonly NoteId[];
  readonly snapshot: SnapshotView;
}

/** An offline note is typed at one moment and arrives at another: two events. */
function unfold(events: readonly SampleEvent[]): readonly (SampleEvent | (SampleEvent & { type: 'note' }))[] {
  const typed = events.flatMap((event) =>
    event.typedAt === undefined
      ? [event]
      : [
          { ...event, at: event.typedAt },
          { ...event, type: 'join' as const },
        ],
  );
  return typed.toSorted((a, b) => a.at - b.at);
}

/** Holds the whole meet-up, from preparing to the snapshot. */
export async function holdMeetup(sample: Sample, hall: Hall): Promise<HeldMeetup> {
  const detail = await hall.ask('createMeetup', {
    format: sample.meetup.format as FormatId,
    title: sample.meetup.title,
    date: sample.meetup.date,
    locale: sample.meetup.locale,
    communities: sample.communities.map(({ name }) => ({ name })),
  });
  hall.onPrepared?.(detail);
  const communities = new Map(
    sample.communities.map(({ id, name }) => [
      id,
      detail.communities.find((one) => one.name === name)?.id ?? '',
    ]),
  );
  const secret = detail.links.participant.slice(detail.links.participant.indexOf('#') + 1);
  const leader = hall.openPerson(await hall.ask('enterMeetup', { id: detail.id, device: createSecret() }));
  await leader.ready();
  await leader.model.command({ type: 'open' });

  const people = new Map<string, Person>();
  const notes = new Map<string, NoteId>();
  const arrivals: NoteId[] = [];
  const arrived = new Set<NoteId>();
  leader.model.board.onNotesChanged((ids) => {
    for (const id of ids) {
      if (arrived.has(id) || !leader.model.board.get().notes.has(id)) continue;
      arrived.add(id);
      arrivals.push(id);
    }
  });

  async function join(id: string): Promise<void> {
    const known = people.get(id);
    if (known !== undefined) return known.goOnline();
    const person = sample.people.find((one) => one.id === id);
    if (person === undefined) throw new Error(`nobody is called ${id}`);
    const community = (communities.get(person.community) ?? '') as CommunityId | '';
    const { name, role: task } = person;
    const session = await hall.askAsNobody('join', { secret, device: createSecret(), name, community, task });
    const opened = hall.openPerson(session);
    people.set(id, opened);
    await opened.ready();
  }

  function actor(event: SampleEvent): Person {
    const person = event.by === 'facilitator' ? leader : people.get(event.participant ?? '');
    if (person === undefined) throw new Error(`${event.participant} has not joined at ${event.at}`);
    return person;
  }
  function idOf(event: SampleEvent): NoteId {
    const id = notes.get(event.note ?? '');
    if (id === undefined) throw new Error(`note ${event.note} has not been laid at ${event.at}`);
    return id;
  }
  /** Waits until a change of this person has reached the facilitator. */
  async function settled(what: string, person: Person, seen: () => boolean): Promise<void> {
    if (!hall.inOrder) return;
    await person.saved();
    await waitFor(what, seen);
  }
  const atLeader = (id: NoteId) => leader.model.board.get().notes.get(id);

  function layNote({ model }: Person, { text = '', zone: id = '', value }: SampleEvent): NoteId {
    const zone = model.board.part('zones').find((one) => one.id === id);
    const rect = model.board.rects.get().get(id as ZoneId);
    const place = zone && rect && typeof value === 'number' ? { at: placeOf(zone, rect, { x: value }) } : {};
    const added = model.actions.addNote({ zone: id as ZoneId, text, ...place });
    if (!added.ok) throw new Error(`the note was not laid: ${added.reason}`);
    return added.id;
  }

  /** Everybody gives the dots of the sample, on the own desk. */
  async function giveDots(): Promise<void> {
    for (const { participant, note, dots } of sample.votes ?? []) {
      const { model } = people.get(participant) as Person;
      const id = notes.get(note) as NoteId;
      await waitFor('the dots to be given', () => model.actions.setDots(id, dots));
    }
    await waitFor('all dots to be saved', () =>
      [...people.values()].every(({ model }) => model.ownMarks.get().saved),
    );
  }

  async function play(event: SampleEvent): Promise<void> {
    const at = `${event.type} ${event.note ?? ''} at ${event.at}`;
    switch (event.type) {
      case 'join':
        await join(event.participant ?? '');
        if (event.note !== undefined)
          await settled(at, actor(event), () => atLeader(idOf(event)) !== undefined);
        return;
      case 'leave':
        return people.get(event.participant ?? '')?.goOffline();
      case 'round': {
        const { model } = leader;
        if (model.stage.get().round === sample.vote?.round) await giveDots();
        const fromRevision = model.stage.get().revision;
        await model.command({ type: 'goToRound', round: event.round as RoundId, fromRevision });
        await everybody(at, (person) => person.model.stage.get().round === event.round);
        return;
      }
      case 'lock':
        await leader.model.command({ type: 'lock', locked: event.locked === true });
        await everybody(at, (person) => (person.model.stage.get().lockedAt !== null) === event.locked);
        return;
      case 'spotlight': {
        const zone = event.zone === undefined || event.zone === null ? null : { zone: event.zone as ZoneId };
        await leader.model.command({
          type: 'spotlight',
          on: event.note === undefined ? zone : { note: idOf(event) },
        });
        return;
      }
      case 'close':
        await leader.model.command({ type: 'close' });
        return;
      case 'note': {
        const person = actor(event);
        const id = layNote(person, event);
        notes.set(event.note ?? '', id);
        const seen = event.desk === true ? () => person.model.onDesk(id) : () => atLeader(id) !== undefined;
        if (event.typedAt === undefined) await settled(at, person, seen);
        return;
      }
      case 'edit': {
        const [person, id] = [actor(event), idOf(event)];
        await waitFor(at, () => person.model.board.get().notes.has(id));
        person.model.actions.typeNote(id, event.text ?? '');
        person.model.actions.endTyping(id);
        return settled(at, person, () => atLeader(id)?.text === event.text);
      }
      case 'move': {
        const [person, id] = [actor(event), idOf(event)];
        const { x = 0, y = 0, zone } = event;
        await waitFor(at, () => person.model.board.get().notes.has(id));
        person.model.actions.moveNotes([{ id, zone: zone as ZoneId, x, y }]);
        return settled(at, person, () => atLeader(id)?.zone === zone && atLeader(id)?.x === x);
      }
      case 'delete': {
        const [person, id] = [actor(event), idOf(event)];
        person.model.actions.removeNotes([id]);
        return settled(at, person, () => atLeader(id) === undefined);
      }
    }
  }
  /** Round and lock decide what may be written: everybody who is here has to know before the next event. */
  async function everybody(what: string, knows: (person: Person) => boolean): Promise<void> {
    const here = [...people.values()].filter(({ model }) => model.connection.get().state === 'live');
    await waitFor(`everybody to see ${what}`, () => [leader, ...here].every(knows));
  }

  for (const event of unfold(sample.events)) {
    await hall.waitUntil(event.at);
    await play(event);
  }
  const summary = (await hall.ask('listSnapshots', {})).find(({ meetup }) => meetup === detail.id);
  if (summary === undefined) throw new Error('closing took no snapshot');
  const snapshot = await hall.ask('readSnapshot', { id: summary.id as SnapshotId });
  return { detail, notes, people, arrivals, snapshot };
}
