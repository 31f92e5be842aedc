/**
 * Another form half-way: which spaces of the board stay, which go, and what the meet-up's form is from then on.
 * Pure; laying it is the server's, saying beforehand what stays is the panel's.
 */
import { type Format, type FormatZone, MAX_EARLIER_ROUNDS, type Round } from '../content/format.ts';
import type { RoundId, ZoneId } from '../ids.ts';
import type { Stage } from '../schema/stage.ts';
import type { Zone } from '../schema/zone.ts';
import { kindOf } from './zone-kind.ts';

const MAX_ID = 60;

/** What becomes of the spaces that lie on the board. */
export interface FormPlan {
  /** The new form has them too: one space, with what lies in it. */
  readonly same: ReadonlySet<ZoneId>;
  /** The new form does not have them; something lies there, or somebody added them. */
  readonly kept: ReadonlySet<ZoneId>;
  /** Empty ones of the old form. */
  readonly gone: ReadonlySet<ZoneId>;
}

/**
 * Sorts the spaces of a board for a form that is to come.
 * @param known - the spaces of the form that ends; one that is not among them was added by somebody.
 * @param holds - spaces with notes, or with ratings that have been counted.
 */
export function planForm(
  board: readonly Pick<Zone, 'id' | 'kind'>[],
  known: readonly Pick<FormatZone, 'id' | 'axes' | 'rating'>[],
  next: readonly FormatZone[],
  holds: ReadonlySet<ZoneId>,
): FormPlan {
  const plan = { same: new Set<ZoneId>(), kept: new Set<ZoneId>(), gone: new Set<ZoneId>() };
  for (const { id, kind } of board) {
    const before = known.find((zone) => zone.id === id);
    const after = next.find((zone) => zone.id === id);
    // A scale with other words at its ends is another scale, whatever it is called.
    const isSame = after !== undefined && kindOf(after) === kind && wordsOf(before) === wordsOf(after);
    if (isSame) plan.same.add(id);
    else if (before === undefined || holds.has(id)) plan.kept.add(id);
    else plan.gone.add(id);
  }
  return plan;
}

const wordsOf = (zone: Pick<FormatZone, 'axes' | 'rating'> | undefined): string =>
  JSON.stringify([zone?.axes, zone?.rating]);

/**
 * The form of a meet-up that goes on with another one: its rounds and spaces, after them the spaces that were kept,
 * and the rounds that were held before. A space or round whose id is taken by one of those gets another id, so that
 * a note never says it was written in a round, or lies in a space, that it does not belong to.
 * @param held - ids of the rounds that were begun.
 */
export function mergeForms(
  current: Format,
  next: Format,
  { kept }: Pick<FormPlan, 'kept'>,
  held: readonly RoundId[],
): Format {
  const begun = new Set(held);
  const earlier = [
    ...(current.earlier ?? []),
    ...current.rounds.filter(({ id }) => begun.has(id)),
  ] as readonly Round[];
  const zoneIds = new Set<string>([...kept, ...next.layout.zones.map(({ id }) => id)]);
  const newZone = new Map<string, ZoneId>();
  for (const { id } of next.layout.zones) if (kept.has(id)) newZone.set(id, freshId(id, zoneIds));
  const roundIds = new Set<string>([...earlier, ...next.rounds].map(({ id }) => id));
  const isTaken = new Set<string>(earlier.map(({ id }) => id));
  return {
    ...next,
    layout: {
      ...next.layout,
      zones: [
        ...next.layout.zones.map((zone) => ({ ...zone, id: newZone.get(zone.id) ?? zone.id })),
        ...current.layout.zones.filter(({ id }) => kept.has(id)).map((zone) => ({ ...zone, kept: true })),
      ],
    },
    rounds: next.rounds.map((round) => ({
      ...round,
      id: isTaken.has(round.id) ? freshId(round.id, roundIds) : round.id,
      focus: newZone.get(round.focus) ?? round.focus,
    })),
    ...(earlier.length === 0 ? {} : { earlier: earlier.slice(-MAX_EARLIER_ROUNDS) }),
  };
}

/** The id with a number behind it that is not taken; it is from now on. */
function freshId<Id extends string>(id: Id, taken: Set<string>): Id {
  for (let number = 2; ; number += 1) {
    const fresh = `${id.slice(0, MAX_ID)}-${number}` as Id;
    if (taken.has(fresh)) continue;
    taken.add(fresh);
    return fresh;
  }
}

/** The form by itself, without what was kept of others; the same object when nothing was. */
export function formAlone(format: Format): Format {
  const { earlier, ...own } = format;
  const zones = format.layout.zones.filter(({ kept }) => kept !== true);
  if (earlier === undefined && zones.length === format.layout.zones.length) return format;
  return { ...own, layout: { ...own.layout, zones } };
}

/** The stage at the beginning of another form: its first round has not begun, nothing is underway. */
export function beginForm(stage: Stage): Stage {
  return {
    ...stage,
    revision: stage.revision + 1,
    form: stage.form + 1,
    round: null,
    roundStartedAt: null,
    deadline: null,
    pausedLeftMs: null,
    durationMs: 0,
    spotlight: null,
    sealed: [],
    counted: false,
  };
}
