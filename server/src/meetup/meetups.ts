/** All meet-ups of this installation: made, found by id, link or code, and joined. */
import { randomInt } from 'node:crypto';
import type { Format, Locale } from '@ruimte/shared/content/format';
import type { KeptRound } from '@ruimte/shared/content/own-form';
import { FORMATS } from '@ruimte/shared/content/formats';
import { RuimteError } from '@ruimte/shared/errors';
import { formAlone } from '@ruimte/shared/facilitation/change-form';
import {
  type BoardId,
  type CommunityId,
  createId,
  type FormatId,
  type MeetupId,
  type ParticipantId,
  type SnapshotId,
} from '@ruimte/shared/ids';
import { TABLE_DEVICE } from '@ruimte/shared/facilitation/draw-tables';
import { LIMITS } from '@ruimte/shared/limits';
import type { LinkRole, Shows } from '@ruimte/shared/protocol/api';
import type { Community } from '@ruimte/shared/schema/community';
import { createCode, parseCode } from '../access/join-code.ts';
import { deriveLinkSecret, hashSecret } from '../access/secrets.ts';
import { StoreError } from '../store/store-error.ts';
import type { MeetupRecord, PersonRecord, PreviousMeetup, Store } from '../store/store.ts';
import { Meetup, type MeetupParts } from './meetup.ts';
import { makeOwnForm } from './own-form.ts';
import { openTable, seatOfNewcomer } from './tables.ts';

export const LINK_ROLES: readonly LinkRole[] = ['facilitator', 'participant', 'wall'];

export interface NewMeetup {
  readonly format: FormatId;
  readonly title: string;
  readonly date: string;
  readonly locale: Locale;
  readonly communities: readonly { readonly name: string }[];
  readonly previous?: SnapshotId;
  readonly rounds?: readonly KeptRound[];
  readonly like?: MeetupId;
  readonly shows?: Shows;
}

export interface Entrance {
  readonly meetup: Meetup;
  readonly role: LinkRole;
}

export class Meetups {
  readonly #parts: MeetupParts;
  readonly #byId = new Map<MeetupId, Meetup>();

  constructor(parts: MeetupParts) {
    this.#parts = parts;
  }

  /** Reads all meet-ups back from the store. One whose stage cannot be read stays out; the others do not notice. */
  async load(): Promise<void> {
    const records = await this.#parts.store.listMeetups();
    // All asked for at once: the store answers one after the other without waiting for us in between.
    const loaded = await Promise.allSettled(records.map((record) => Meetup.load(this.#parts, record)));
    for (const one of loaded) {
      if (one.status === 'fulfilled') this.#byId.set(one.value.record.id, one.value);
      // The rooms have logged which document it is.
      else if (!(one.reason instanceof StoreError && one.reason.code === 'damaged')) throw one.reason;
    }
  }

  /** Every meet-up, the newest first. */
  list(): readonly Meetup[] {
    return [...this.#byId.values()].sort((a, b) => b.record.createdAt - a.record.createdAt);
  }

  find(id: MeetupId): Meetup | undefined {
    return this.#byId.get(id);
  }

  /** @throws RuimteError `notFound` */
  get(id: MeetupId): Meetup {
    const meetup = this.#byId.get(id);
    if (meetup === undefined) throw new RuimteError('notFound', 'no such meet-up');
    return meetup;
  }

  /** The meet-up that has this board. */
  findByBoard(board: BoardId): Meetup | undefined {
    for (const meetup of this.#byId.values()) if (meetup.record.board === board) return meetup;
    return undefined;
  }

  /**
   * Makes a meet-up with its board, links and code.
   * @throws RuimteError `notFound` for a form, a snapshot or an earlier meet-up that is not there,
   * `tooManyCommunities`, `invalid` for rounds that make no form.
   */
  async create(wish: NewMeetup): Promise<Meetup> {
    const like = wish.like === undefined ? undefined : this.get(wish.like).record;
    if (like !== undefined && like.format.id !== wish.format) {
      throw new RuimteError('invalid', 'the earlier meet-up has another format');
    }
    const base = like === undefined ? findFormat(wish.format) : formAlone(like.format);
    const format = wish.rounds === undefined ? base : makeOwnForm(base, wish.rounds);
    const previous =
      wish.previous === undefined ? null : await findPrevious(this.#parts.store, wish.previous);
    if (wish.communities.length > LIMITS.communities) {
      throw new RuimteError('tooManyCommunities', `at most ${LIMITS.communities} communities`);
    }
    const shows = wish.shows ?? like?.shows;
    const id = createId<MeetupId>();
    const record: MeetupRecord = {
      id,
      board: createId<BoardId>(),
      generation: 1,
      title: wish.title,
      date: wish.date,
      locale: wish.locale,
      format,
      status: 'prepared',
      code: createCode(randomInt, this.#codesInUse()),
      linkGenerations: { facilitator: 1, participant: 1, wall: 1 },
      linkHashes: this.#hashLinks(id, { facilitator: 1, participant: 1, wall: 1 }),
      communities: numberCommunities(wish.communities, like?.communities ?? []),
      createdAt: this.#parts.clock.now(),
      closedAt: null,
      previous,
      ...(shows === undefined || shows === 'names' ? {} : { shows }),
    };
    const meetup = await Meetup.create(this.#parts, record);
    this.#byId.set(id, meetup);
    return meetup;
  }

  #codesInUse(): ReadonlySet<string> {
    return new Set([...this.#byId.values()].map(({ record }) => record.code));
  }

  #hashLinks(id: MeetupId, generations: Readonly<Record<LinkRole, number>>): Record<LinkRole, string> {
    const hash = (role: LinkRole): string =>
      hashSecret(deriveLinkSecret(this.#parts.key, id, role, generations[role]));
    return { facilitator: hash('facilitator'), participant: hash('participant'), wall: hash('wall') };
  }

  /** The secret of a link, for whoever may see it. */
  linkSecret(meetup: Meetup, role: LinkRole): string {
    const { id, linkGenerations } = meetup.record;
    return deriveLinkSecret(this.#parts.key, id, role, linkGenerations[role]);
  }

  /** Gives a link a new secret: the old one and the sessions it opened end. The participants' code is renewed too. */
  async renewLink(meetup: Meetup, role: LinkRole): Promise<void> {
    const { id, linkGenerations } = meetup.record;
    const generations = { ...linkGenerations, [role]: linkGenerations[role] + 1 };
    await meetup.putRecord({
      linkGenerations: generations,
      linkHashes: this.#hashLinks(id, generations),
      ...(role === 'participant' ? { code: createCode(randomInt, this.#codesInUse()) } : {}),
    });
  }

  /** The meet-up and role a link secret opens. */
  findByLink(secret: string): Entrance | undefined {
    const hash = hashSecret(secret);
    for (const meetup of this.#byId.values()) {
      const role = LINK_ROLES.find((one) => meetup.record.linkHashes[one] === hash);
      if (role !== undefined) return { meetup, role };
    }
    return undefined;
  }

  /** The meet-up a typed code opens; codes work while a meet-up is being tried or open. */
  findByCode(typed: string): Entrance | undefined {
    const code = parseCode(typed);
    if (code === undefined) return undefined;
    for (const meetup of this.#byId.values()) {
      const { status, code: own } = meetup.record;
      if (own === code && (status === 'trying' || status === 'open')) return { meetup, role: 'participant' };
    }
    return undefined;
  }

  /** True when this device has joined a meet-up before. */
  knowsDevice(device: string): boolean {
    const hash = hashSecret(device);
    for (const meetup of this.#byId.values()) {
      for (const person of meetup.people.values()) if (person.deviceHash === hash) return true;
    }
    return false;
  }
}

/** New communities; those an earlier meet-up had keep their number, and with it colour and stamp. */
function numberCommunities(
  wanted: readonly { readonly name: string }[],
  earlier: readonly Community[],
): readonly Community[] {
  const known = new Map(earlier.map(({ name, number }) => [name, number]));
  let last = Math.max(0, ...wanted.map(({ name }) => known.get(name) ?? 0));
  return wanted.map(({ name }) => ({
    id: createId<CommunityId>(),
    name,
    number: known.get(name) ?? (last += 1),
  }));
}

/** @throws RuimteError `notFound` */
export function findFormat(id: FormatId): Format {
  const format = FORMATS.get(id);
  if (format === undefined) throw new RuimteError('notFound', `no format ${id}`);
  return format;
}

/** @throws RuimteError `notFound` when there is no such snapshot. */
export async function findPrevious(
  store: Pick<Store, 'findSnapshot'>,
  id: SnapshotId,
): Promise<PreviousMeetup> {
  const snapshot = await store.findSnapshot(id);
  if (snapshot === undefined) throw new RuimteError('notFound', 'no such snapshot');
  return { id, title: snapshot.title, date: snapshot.date };
}

/** The person of a device in a meet-up. */
export function findPerson(
  meetup: Meetup,
  device: string,
  role: PersonRecord['role'],
): PersonRecord | undefined {
  const hash = hashSecret(device);
  for (const person of meetup.people.values()) {
    if (person.deviceHash === hash && person.role === role) return person;
  }
  return undefined;
}

export interface Joining {
  readonly device: string;
  readonly name: string;
  readonly community: CommunityId | '';
  readonly newCommunity?: string;
  readonly task?: string;
  /** The device writes for this table. */
  readonly table?: number;
}

/**
 * Lets a device into a meet-up, or finds the person it is already; name, community and role may change on coming back.
 * @throws RuimteError `invalid` without a name or for a facilitator at a table, `meetupFull`, `shutOut`, `notFound` for a community that is not there, `tooManyCommunities`.
 */
export function joinMeetup(
  meetup: Meetup,
  role: PersonRecord['role'],
  joining: Joining,
  now: number,
): Promise<PersonRecord> {
  return meetup.enqueue(async () => {
    if (joining.name === '') throw new RuimteError('invalid', 'a person has a name');
    if (joining.table !== undefined && role !== 'participant') {
      throw new RuimteError('invalid', 'a facilitator writes for no table');
    }
    const known = findPerson(meetup, joining.device, role);
    if (known?.shutOut) throw new RuimteError('shutOut', 'this person was shut out');
    if (known === undefined && meetup.people.size >= LIMITS.peoplePerBoard) {
      throw new RuimteError('meetupFull', 'the meet-up is full');
    }
    const community = await communityFor(meetup, joining);
    const person: PersonRecord = {
      id: known?.id ?? createId<ParticipantId>(),
      meetup: meetup.record.id,
      name: joining.name,
      // Notes carry the community of their author for good: changing it later would forge them.
      community: known === undefined || known.community === '' ? community : known.community,
      role,
      task: joining.table === undefined ? (joining.task ?? known?.task ?? '') : TABLE_DEVICE,
      deviceHash: hashSecret(joining.device),
      shutOut: false,
      joinedAt: known?.joinedAt ?? now,
      table:
        joining.table ??
        known?.table ??
        (role === 'participant' ? await seatOfNewcomer(meetup, community) : 0),
    };
    await Promise.all([openTable(meetup, joining.table ?? 0), meetup.putPerson(person)]);
    return person;
  });
}

async function communityFor(meetup: Meetup, joining: Joining): Promise<CommunityId | ''> {
  const { communities } = meetup.record;
  if (joining.newCommunity !== undefined) return (await addCommunity(meetup, joining.newCommunity)).id;
  if (joining.community === '') return '';
  if (!communities.some(({ id }) => id === joining.community)) {
    throw new RuimteError('notFound', 'no such community in this meet-up');
  }
  return joining.community;
}

/**
 * Adds a community, or finds the one that has this name already (capitals do not count).
 * @throws RuimteError `tooManyCommunities`
 */
export async function addCommunity(meetup: Meetup, name: string): Promise<Community> {
  const { communities } = meetup.record;
  const same = communities.find((one) => one.name.toLocaleLowerCase('nl') === name.toLocaleLowerCase('nl'));
  if (same !== undefined) return same;
  if (communities.length >= LIMITS.communities) {
    throw new RuimteError('tooManyCommunities', `at most ${LIMITS.communities} communities`);
  }
  const number = Math.max(0, ...communities.map((one) => one.number)) + 1;
  const community: Community = { id: createId<CommunityId>(), name, number };
  await meetup.putCommunity(community);
  return community;
}
