/** A format: a working form as data, zones plus rounds. Its schema refuses what the engine could misread. */
import * as z from 'zod/mini';
import type { FormatId, RoundId, ZoneId } from '../ids.ts';

export type Locale = 'nl' | 'en';
/** Text in both languages of the product. */
export type Localized = { readonly [L in Locale]: string };

const localized = z.object({ nl: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) });
const axis = z.object({ low: localized, high: localized });
const id = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));
const small = z.int().check(z.gte(0), z.lte(24));

const zoneSchema = z.strictObject({
  id,
  title: localized,
  prompt: localized,
  col: small,
  row: small,
  colSpan: z.optional(small),
  rowSpan: z.optional(small),
  empty: z.optional(z.boolean()),
  axes: z.optional(z.strictObject({ x: axis, y: z.optional(axis) })),
  rating: z.optional(
    z.strictObject({ steps: z.int().check(z.gte(2), z.lte(10)), low: localized, high: localized }),
  ),
  /** It belongs to a form the meet-up had before, and stayed for what lies in it. */
  kept: z.optional(z.boolean()),
});

const roundSchema = z.strictObject({
  id,
  title: localized,
  instruction: localized,
  tip: localized,
  minutes: z.number().check(z.gt(0), z.lte(240)),
  show: z.enum(['name', 'line', 'description']),
  write: z.enum(['open', 'closed', 'private']),
  focus: id,
  rotate: z.optional(z.strictObject({ minutes: z.number().check(z.gt(0)) })),
  reveal: z.optional(z.boolean()),
  vote: z.optional(
    z.strictObject({ dots: z.int().check(z.gte(1), z.lte(20)), perZone: z.optional(z.boolean()) }),
  ),
  rate: z.optional(z.boolean()),
  compare: z.optional(z.literal('previous-snapshot')),
});

/** Rounds of one form. */
export const MAX_ROUNDS = 40;
/** Rounds held under earlier forms of the same meet-up. */
export const MAX_EARLIER_ROUNDS = 200;

const formatSchema = z.strictObject({
  version: z.literal(1),
  id,
  title: localized,
  purpose: localized,
  phase: z.enum(['orientation', 'deepening', 'evaluation', 'any']),
  source: z.object({ document: z.string(), section: z.optional(z.string()) }),
  people: z.object({ min: z.int(), max: z.int() }),
  minutes: z.number(),
  materials: z.optional(z.array(localized)),
  layout: z.strictObject({
    kind: z.enum(['nine-spaces', 'zones']),
    columns: z.int().check(z.gte(1), z.lte(24)),
    zones: z.array(zoneSchema).check(z.minLength(1), z.maxLength(24)),
  }),
  rounds: z.array(roundSchema).check(z.minLength(1), z.maxLength(MAX_ROUNDS)),
  earlier: z.optional(z.array(roundSchema).check(z.maxLength(MAX_EARLIER_ROUNDS))),
});

type Branded<T, Field extends string, Id> = Readonly<Omit<T, Field>> & { readonly [F in Field]: Id };
type RawFormat = z.output<typeof formatSchema>;

/** One zone as its format lists it. */
export type FormatZone = Branded<RawFormat['layout']['zones'][number], 'id', ZoneId>;
/** One timed step of a format. `focus` is `all`, `each` or the id of one zone. */
export type Round = Branded<RawFormat['rounds'][number], 'id', RoundId>;
export interface Format extends Readonly<Omit<RawFormat, 'id' | 'layout' | 'rounds' | 'earlier'>> {
  readonly id: FormatId;
  readonly layout: {
    readonly kind: RawFormat['layout']['kind'];
    readonly columns: number;
    readonly zones: readonly FormatZone[];
  };
  readonly rounds: readonly Round[];
  /** Rounds the meet-up held before it went on with this form; notes may be of those. */
  readonly earlier?: readonly Round[];
}

export type FormatResult =
  { readonly ok: true; readonly value: Format } | { readonly ok: false; readonly reason: string };

/**
 * Turns unknown JSON into a format, or says what is wrong with it: shape, ids that occur twice,
 * a focus on a zone that is not there.
 */
export function parseFormat(value: unknown): FormatResult {
  const parsed = formatSchema.safeParse(value);
  if (!parsed.success) return { ok: false, reason: z.prettifyError(parsed.error) };
  const format = parsed.data as unknown as Format;
  const zones = new Set(format.layout.zones.map((zone) => zone.id));
  if (zones.size !== format.layout.zones.length) return { ok: false, reason: 'a zone id occurs twice' };
  if (new Set(format.rounds.map((round) => round.id)).size !== format.rounds.length) {
    return { ok: false, reason: 'a round id occurs twice' };
  }
  for (const { id: round, focus } of format.rounds) {
    if (focus !== 'all' && focus !== 'each' && !zones.has(focus as ZoneId)) {
      return { ok: false, reason: `round ${round} looks at zone ${focus}, which is not there` };
    }
  }
  return { ok: true, value: format };
}
