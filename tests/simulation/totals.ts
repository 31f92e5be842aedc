/** What many worlds come to together. */
import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import type { Outcome } from './run-seed.ts';
import type { Counts } from './world.ts';

/** Reasons after which nobody comes back by themselves. */
const REFUSALS: ReadonlySet<string> = new Set(
  Object.entries(CLOSE_CODES).flatMap(([reason, code]) => (code >= 4400 && code < 4500 ? [reason] : [])),
);

type Tally = Readonly<Record<string, number>>;

export interface Totals extends Omit<Counts, 'crashes' | 'closes'> {
  readonly seeds: number;
  readonly failed: readonly number[];
  /** By where the machine died. */
  readonly crashes: Tally;
  /** By why lines of honest people were closed. */
  readonly closes: Tally;
}

function addUp(tallies: readonly Tally[]): Tally {
  const sums: Record<string, number> = {};
  for (const tally of tallies) {
    for (const [name, count] of Object.entries(tally)) sums[name] = (sums[name] ?? 0) + count;
  }
  return Object.fromEntries(Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Adds outcomes up. */
export function totalsOf(outcomes: readonly Outcome[]): Totals {
  const sum = (pick: (counts: Counts) => number): number =>
    outcomes.reduce((total, { counts }) => total + pick(counts), 0);
  return {
    seeds: outcomes.length,
    failed: outcomes.filter(({ violation }) => violation !== undefined).map(({ seed }) => seed),
    operations: sum(({ operations }) => operations),
    updates: sum(({ updates }) => updates),
    attacks: sum(({ attacks }) => attacks),
    restarts: sum(({ restarts }) => restarts),
    faults: sum(({ faults }) => faults),
    cuts: sum(({ cuts }) => cuts),
    compactions: sum(({ compactions }) => compactions),
    restored: sum(({ restored }) => restored),
    crashes: addUp(outcomes.map(({ counts }) => counts.crashes)),
    closes: addUp(outcomes.map(({ counts }) => counts.closes)),
  };
}

/** The totals as lines for a terminal. */
export function describeTotals(totals: Totals): string {
  const { failed, crashes, closes, ...numbers } = totals;
  const list = (tally: Tally): string =>
    Object.entries(tally)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  const died = Object.values(crashes).reduce((sum, count) => sum + count, 0);
  const refused = Object.entries(closes).filter(([reason]) => REFUSALS.has(reason));
  return [
    list(numbers),
    `crashes ${died}: ${list(crashes)}`,
    `lines of honest people closed: ${list(closes)}`,
    `refusals of honest people: ${refused.reduce((sum, [, count]) => sum + count, 0)}`,
    failed.length === 0 ? 'no seed failed' : `seeds that failed: ${failed.join(' ')}`,
    '',
  ].join('\n');
}
