/**
 * The shape of everything the store keeps, checked before it is written and again when it is read:
 * what could not be read back is never written, and what is damaged is never read as something else.
 */
import * as z from 'zod/mini';
import { parseFormat } from '@ruimte/shared/content/format';
import { StoreError, type StoreErrorCode } from './store-error.ts';

/** Databases cut a text at NUL or replace half a surrogate pair, silently; inside JSON both are escaped. */
const UNSAFE = /\0|\p{Surrogate}/u;
const text = z.string().check(z.refine((value) => !UNSAFE.test(value), 'text that no database can keep'));
const time = z.number();
const whole = z.int().check(z.gte(0));
const bytes = z.instanceof(Uint8Array);
const document = text.check(z.regex(/^[^@]+@\d{1,15}$/, 'not of the form <room>@<generation>'));
const format = z.custom((value) => parseFormat(value).ok, 'not a format');

const perRole = <T extends z.ZodMiniType>(value: T) =>
  z.strictObject({ facilitator: value, participant: value, wall: value });
const titles = z.strictObject({ nl: z.string(), en: z.string() });

const community = z.strictObject({
  id: z.string(),
  name: z.string(),
  number: z.int(),
  mergedInto: z.optional(z.string()),
});

/** A note, as the bin, the supplement and projections hold it. */
export const noteSchema = z.strictObject({
  id: text,
  zone: z.string(),
  x: z.number(),
  y: z.number(),
  text: z.string(),
  author: z.string(),
  community: z.string(),
  round: z.string(),
  at: time,
  order: z.string(),
  group: z.optional(z.string()),
  origin: z.optional(z.string()),
  late: z.optional(z.literal(true)),
});

export const meetupSchema = z.strictObject({
  id: text,
  board: text,
  generation: whole,
  title: text,
  date: text,
  locale: z.enum(['nl', 'en']),
  format,
  status: z.enum(['prepared', 'trying', 'open', 'closed']),
  code: text,
  linkGenerations: perRole(whole),
  linkHashes: perRole(z.string()),
  communities: z.array(community),
  createdAt: time,
  closedAt: z.nullable(time),
  previous: z.nullable(z.strictObject({ id: text, title: text, date: text })),
  shows: z.exactOptional(z.literal('communities')),
});

export const personSchema = z.strictObject({
  id: text,
  meetup: text,
  name: text,
  community: text,
  role: z.enum(['participant', 'facilitator']),
  task: text,
  deviceHash: text,
  shutOut: z.boolean(),
  joinedAt: time,
  table: whole,
});

export const sessionSchema = z.strictObject({
  hash: text,
  role: z.enum(['participant', 'facilitator', 'wall', 'organiser']),
  meetup: z.nullable(text),
  participant: z.nullable(text),
  linkGeneration: whole,
  createdAt: time,
});

export const binSchema = z.strictObject({
  meetup: text,
  note: noteSchema,
  removedAt: time,
  removedBy: z.nullable(text),
});

/** What one person marked, as it was counted. */
const counted = z.strictObject({
  id: z.string(),
  round: z.string(),
  at: time,
  marks: z.array(z.tuple([z.string(), z.number()])),
});
const byId = <T extends z.ZodMiniType>(value: T) => z.map(z.string(), value);
const boardSchema = z.strictObject({
  zones: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['free', 'empty', 'scale', 'quadrant', 'rating']),
      title: titles,
      tint: z.int(),
      col: z.int(),
      row: z.int(),
      colSpan: z.int(),
      rowSpan: z.int(),
    }),
  ),
  notes: byId(noteSchema),
  groups: z.array(z.strictObject({ id: z.string(), name: z.string(), zone: z.string() })),
  links: z.array(z.strictObject({ id: z.string(), from: z.string(), to: z.string() })),
  communities: byId(community),
  votes: z.array(counted),
  ratings: z.array(counted),
});

const snapshotFields = {
  id: text,
  meetup: text,
  board: text,
  generation: whole,
  takenAt: time,
  title: text,
  date: text,
  format,
  projection: boardSchema,
  hash: text,
};
export const snapshotSummarySchema = z.strictObject(snapshotFields);
export const snapshotSchema = z.strictObject({ ...snapshotFields, state: bytes });

/** Any record of a batch, by its kind. */
export const recordSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('updates'), document, updates: z.array(bytes) }),
  z.strictObject({
    kind: z.literal('client'),
    document,
    client: whole.check(z.lte(Number.MAX_SAFE_INTEGER)),
    participant: text,
  }),
  z.strictObject({ kind: z.literal('meetup'), meetup: meetupSchema }),
  z.strictObject({ kind: z.literal('person'), person: personSchema }),
  z.strictObject({ kind: z.literal('session'), session: sessionSchema }),
  z.strictObject({ kind: z.literal('endSession'), hash: text }),
  z.strictObject({ kind: z.literal('command'), meetup: text, id: text, revision: whole, at: time }),
  z.strictObject({ kind: z.literal('binned'), entry: binSchema }),
  z.strictObject({ kind: z.literal('unbinned'), meetup: text, note: text }),
  z.strictObject({ kind: z.literal('emptyBin'), meetup: text }),
  z.strictObject({ kind: z.literal('snapshot'), snapshot: snapshotSchema }),
  z.strictObject({ kind: z.literal('dropSnapshot'), id: text }),
  z.strictObject({ kind: z.literal('supplement'), meetup: text, note: noteSchema }),
  z.strictObject({ kind: z.literal('dropDocument'), document }),
  z.strictObject({ kind: z.literal('setting'), name: text, value: text }),
]);

/**
 * Throws when the value is not of the schema. The value itself is what is used afterwards, so nothing is changed.
 * @param what - names the thing in the message: "record 3 of the batch (binned)".
 */
export function checkShape(schema: z.ZodMiniType, value: unknown, code: StoreErrorCode, what: string): void {
  const checked = schema.safeParse(value);
  if (checked.success) return;
  const reasons = checked.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new StoreError(code, `${what} is not what it should be: ${reasons.join('; ')}`);
}
