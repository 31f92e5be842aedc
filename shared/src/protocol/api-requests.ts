/**
 * What every endpoint takes: one strict, bounded schema per entry of `API`. Whatever is not described here is refused.
 * Whether ids exist and whether somebody may do this is for the handlers.
 */
import * as z from 'zod/mini';
import { MAX_ROUNDS } from '../content/format.ts';
import { MAX_TABLES } from '../facilitation/draw-tables.ts';
import type {
  CommandId,
  CommunityId,
  FormatId,
  MeetupId,
  NoteId,
  ParticipantId,
  RoundId,
  SnapshotId,
  ZoneId,
} from '../ids.ts';
import { MAX_ROUND_MINUTES } from '../content/own-form.ts';
import { LIMITS } from '../limits.ts';
import type { ApiName, ApiRequest } from './api.ts';
import { bounded, date, name, namedId, optionalName, randomId, title, whole } from './fields.ts';

const MAX_REVISION = 2 ** 31 - 1;
/** The longest step in which time is added or taken, milliseconds. */
const MAX_EXTEND_MS = 4 * 60 * 60_000;
/** Secrets and codes somebody may have copied or typed wrongly: that is an unknown link, not a malformed request. */
const TYPED_UNITS = 64;
const PASSPHRASE_UNITS = 1_000;
/** Too long a text is answered per entry, so that one long note does not hold up the others; this is the bound. */
const OUTBOX_TEXT_UNITS = 4 * LIMITS.textUnits;

const nothing = z.strictObject({});
const meetup = z.strictObject({ id: randomId<MeetupId>() });
const community = z.union([z.literal(''), randomId<CommunityId>()]);
const round = z.union([z.literal(''), namedId<RoundId>()]);
const generation = whole(1, MAX_REVISION);
const bySecret = { secret: bounded(TYPED_UNITS) };
const byCode = { code: bounded(TYPED_UNITS) };

const lookUp = { device: z.exactOptional(randomId<string>()) };
const join = {
  device: randomId<string>(),
  /** Empty for a wall, which has no name; people have one, which the handler sees to. */
  name: optionalName(),
  community,
  newCommunity: z.exactOptional(name()),
  task: z.exactOptional(namedId<string>()),
  table: z.exactOptional(whole(1, MAX_TABLES)),
};

const rounds = z.readonly(
  z
    .array(z.readonly(z.strictObject({ id: namedId<RoundId>(), minutes: whole(1, MAX_ROUND_MINUTES) })))
    .check(z.minLength(1), z.maxLength(MAX_ROUNDS)),
);

const spotlight = z.union([
  z.strictObject({ zone: namedId<ZoneId>() }),
  z.strictObject({ note: randomId<NoteId>() }),
]);
/** One of the eight tints; the fifth is the air of the empty space. */
const tint = whole(1, 9).check(z.refine((value) => value !== 5));
const oneCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('try') }),
  z.strictObject({ type: z.literal('open') }),
  z.strictObject({
    type: z.literal('goToRound'),
    round: namedId<RoundId>(),
    fromRevision: whole(0, MAX_REVISION),
  }),
  z.strictObject({ type: z.literal('pause') }),
  z.strictObject({ type: z.literal('resume') }),
  z.strictObject({ type: z.literal('extend'), ms: whole(-MAX_EXTEND_MS, MAX_EXTEND_MS) }),
  z.strictObject({ type: z.literal('lock'), locked: z.boolean() }),
  z.strictObject({ type: z.literal('spotlight'), on: z.nullable(spotlight) }),
  z.strictObject({ type: z.literal('blank'), blank: z.boolean() }),
  z.strictObject({ type: z.literal('reveal') }),
  z.strictObject({
    type: z.literal('carryOver'),
    notes: z.readonly(z.array(randomId<NoteId>()).check(z.maxLength(LIMITS.notesPerBoard))),
  }),
  z.strictObject({ type: z.literal('count') }),
  z.strictObject({ type: z.literal('drawTables'), tables: whole(0, MAX_TABLES) }),
  z.strictObject({
    type: z.literal('setTable'),
    person: randomId<ParticipantId>(),
    table: whole(0, MAX_TABLES),
  }),
  z.strictObject({ type: z.literal('addZone'), title: name(), tint }),
  z.strictObject({
    type: z.literal('changeZone'),
    zone: namedId<ZoneId>(),
    title: z.exactOptional(name()),
    tint: z.exactOptional(tint),
  }),
  z.strictObject({ type: z.literal('removeZone'), zone: namedId<ZoneId>() }),
  z.strictObject({ type: z.literal('restoreZone'), zone: namedId<ZoneId>() }),
  z.strictObject({
    type: z.literal('changeForm'),
    format: namedId<FormatId>(),
    rounds: z.exactOptional(rounds),
    fromRevision: whole(0, MAX_REVISION),
  }),
  z.strictObject({ type: z.literal('close') }),
  z.strictObject({ type: z.literal('undoClose') }),
  z.strictObject({ type: z.literal('renamePerson'), person: randomId<ParticipantId>(), name: name() }),
  z.strictObject({ type: z.literal('shutOut'), person: randomId<ParticipantId>(), out: z.boolean() }),
  z.strictObject({ type: z.literal('restoreNote'), note: randomId<NoteId>() }),
]);
/** Board units, as in the table of the schema. */
const MAX_PLACE = 100_000;
const serverTime = whole(0, Number.MAX_SAFE_INTEGER);
const command = z.union([
  oneCommand,
  z.strictObject({
    type: z.literal('restoreNotes'),
    removedBy: randomId<ParticipantId>(),
    between: z.exactOptional(z.readonly(z.tuple([serverTime, serverTime]))),
  }),
  z.strictObject({ type: z.literal('restoreNotes'), author: randomId<ParticipantId>() }),
]);

const place = z.number().check(z.gte(-MAX_PLACE), z.lte(MAX_PLACE));
const outboxEntry = z.strictObject({
  id: randomId<NoteId>(),
  zone: namedId<ZoneId>(),
  text: bounded(OUTBOX_TEXT_UNITS),
  round,
  typedAt: z.number().check(z.gte(0), z.lte(Number.MAX_SAFE_INTEGER)),
  generation,
  p: z.exactOptional(z.readonly(z.tuple([place, place]))),
  edit: z.exactOptional(z.literal(true)),
});

const shows = z.enum(['names', 'communities']);
const SCHEMAS = {
  health: nothing,
  signIn: z.union([
    z.strictObject({ link: bounded(TYPED_UNITS) }),
    z.strictObject({ passphrase: bounded(PASSPHRASE_UNITS) }),
  ]),
  session: nothing,
  signOut: nothing,
  listFormats: nothing,
  readFormat: z.strictObject({ id: namedId<FormatId>() }),
  listMeetups: nothing,
  createMeetup: z.strictObject({
    format: namedId<FormatId>(),
    title: title(),
    date: date(),
    locale: z.enum(['nl', 'en']),
    communities: z.readonly(
      z.array(z.readonly(z.strictObject({ name: name() }))).check(z.maxLength(LIMITS.communities)),
    ),
    previous: z.exactOptional(randomId<SnapshotId>()),
    rounds: z.exactOptional(rounds),
    like: z.exactOptional(randomId<MeetupId>()),
    shows: z.exactOptional(shows),
  }),
  readMeetup: meetup,
  updateMeetup: z.strictObject({
    id: randomId<MeetupId>(),
    title: z.exactOptional(title()),
    date: z.exactOptional(date()),
    format: z.exactOptional(namedId<FormatId>()),
    previous: z.exactOptional(z.nullable(randomId<SnapshotId>())),
    rounds: z.exactOptional(rounds),
    shows: z.exactOptional(shows),
  }),
  addCommunity: z.strictObject({ id: randomId<MeetupId>(), name: name() }),
  updateCommunity: z.strictObject({
    id: randomId<MeetupId>(),
    community: randomId<CommunityId>(),
    name: z.exactOptional(name()),
    number: z.exactOptional(whole(1, 999)),
    mergeInto: z.exactOptional(randomId<CommunityId>()),
    remove: z.exactOptional(z.literal(true)),
  }),
  renewLink: z.strictObject({
    id: randomId<MeetupId>(),
    role: z.enum(['participant', 'facilitator', 'wall']),
  }),
  enterMeetup: z.strictObject({
    id: randomId<MeetupId>(),
    device: randomId<string>(),
    name: z.exactOptional(name()),
  }),
  listPeople: meetup,
  readBin: meetup,
  lookUp: z.union([z.strictObject({ ...bySecret, ...lookUp }), z.strictObject({ ...byCode, ...lookUp })]),
  join: z.union([z.strictObject({ ...bySecret, ...join }), z.strictObject({ ...byCode, ...join })]),
  ticket: z.strictObject({ document: z.enum(['board', 'stage', 'desk']), generation }),
  outbox: z.strictObject({
    entries: z.readonly(z.array(outboxEntry).check(z.maxLength(LIMITS.outboxEntriesPerRequest))),
  }),
  command: z.strictObject({ id: randomId<CommandId>(), command }),
  listSnapshots: nothing,
  readSnapshot: z.strictObject({ id: randomId<SnapshotId>() }),
  readPrevious: nothing,
} satisfies { readonly [Name in ApiName]: z.ZodMiniType<ApiRequest<Name>> };

/** The names of all fields, of every form a request may have. */
type Fields<T> = T extends unknown ? keyof T : never;
type Exact<Request, Parsed> = [Request] extends [Parsed]
  ? [Fields<Request>] extends [Fields<Parsed>]
    ? true
    : 'a field of the request is missing in its schema'
  : 'the schema refuses what the request allows';
type Verdicts = { [Name in ApiName]: Exact<ApiRequest<Name>, z.output<(typeof SCHEMAS)[Name]>> }[ApiName];
type AllTrue<Verdict extends true> = Verdict;
/** Fails to compile when a schema takes less than its request: `satisfies` above only sees that it takes no more. */
type Schemas = AllTrue<Verdicts> extends true ? typeof SCHEMAS : never;

export type ParsedRequest<Name extends ApiName> =
  { readonly ok: true; readonly value: ApiRequest<Name> } | { readonly ok: false; readonly reason: string };

/**
 * The request of this endpoint, cleaned, or why it is none.
 * The reason names fields and kinds of mistakes, never a value: it is answered and may be logged.
 */
export function parseRequest<Name extends ApiName>(endpoint: Name, input: unknown): ParsedRequest<Name> {
  const schema = (SCHEMAS as Schemas)[endpoint] as unknown as z.ZodMiniType<ApiRequest<Name>>;
  const result = z.safeParse(schema, input);
  if (result.success) return { ok: true, value: result.data };
  const reasons = result.error.issues.slice(0, 3).map(({ path, code }) => {
    return `${path.map(String).join('.') || 'request'}: ${code}`;
  });
  return { ok: false, reason: reasons.join(', ') };
}
