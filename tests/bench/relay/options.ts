/** What the command line may ask of the benchmark. */
import { parseArgs } from 'node:util';
import type { Contender } from './contender.ts';
import { CONTENDERS } from './contenders.ts';
import { type Scenario, SCENARIOS } from './scenarios.ts';

export interface Options {
  readonly contenders: readonly Contender[];
  readonly scenarios: readonly Scenario[];
  /** Measured seconds of each traffic scenario. */
  readonly seconds: number;
  readonly runs: number;
  /** Updates before a cold open. */
  readonly updates: number;
  readonly quick: boolean;
  /** Whether our server is run once more under the profiler. */
  readonly profile: boolean;
}

export const USAGE = `npm run bench:relay -- [--only names] [--seconds n] [--runs n] [--quick] [--profile]
  --only     servers and scenarios by name, with commas: ${CONTENDERS.map(({ id }) => id).join(', ')};
             ${SCENARIOS.map(({ id }) => id).join(', ')}
  --seconds  measured seconds of each traffic scenario, 1 to 120; default 10
  --runs     1 to 9, of which medians are printed; default 3
  --quick    one run of three seconds and a tenth of the updates: a smoke test, no figures to quote
  --profile  runs Ruimte once more in each traffic scenario, and tells where its processor time goes`;

/** @throws Error with one sentence when an option cannot be used. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      seconds: { type: 'string' },
      runs: { type: 'string' },
      quick: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
    },
  });
  const names = values.only.split(',').filter((name) => name !== '');
  const contenders = CONTENDERS.filter(({ id }) => names.includes(id));
  const scenarios = SCENARIOS.filter(({ id }) => names.includes(id));
  const known = new Set<string>([...contenders, ...scenarios].map(({ id }) => id));
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) throw new Error(`--only does not know "${unknown}".`);
  const { quick, profile } = values;
  return {
    contenders: contenders.length > 0 ? contenders : CONTENDERS,
    scenarios: scenarios.length > 0 ? scenarios : SCENARIOS,
    seconds: readNumber('--seconds', values.seconds, quick ? 3 : 10, 120),
    runs: readNumber('--runs', values.runs, quick ? 1 : 3, 9),
    updates: quick ? 20_000 : 200_000,
    quick,
    profile,
  };
}

/** A whole number from 1 to `highest`. @throws Error with one sentence. */
export function readNumber(
  name: string,
  value: string | undefined,
  fallback: number,
  highest: number,
): number {
  const number = value === undefined ? fallback : Number(value);
  if (!(Number.isInteger(number) && number >= 1 && number <= highest)) {
    throw new Error(`${name} must be a whole number from 1 to ${highest}, not "${value}".`);
  }
  return number;
}
