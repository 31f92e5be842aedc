/**
 * `npm run bench:relay`: our relay with every guard and its disk, beside a bare broadcast and the usual servers, in one
 * run on one machine. Prints Markdown on standard output and its progress on standard error. `--help` tells the rest.
 */
import { cpus, loadavg } from 'node:os';
import type { Contender } from './contender.ts';
import type { Figures } from './figures.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { profileOwn } from './profiled-run.ts';
import { runOnce } from './run-once.ts';
import type { Scenario } from './scenarios.ts';
import { type Outcome, toTable } from './table.ts';

/** What a server that keeps nothing has no part in. */
const NEEDS_DISK: ReadonlySet<Scenario['kind']> = new Set(['cold', 'restart']);

const say = (words: string): void => void process.stderr.write(`${words}\n`);
const loadNow = (): number => loadavg()[0] ?? Number.NaN;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

function introduce({ quick, runs, seconds, updates }: Options): void {
  const [processor] = cpus();
  console.log(`## Relay benchmark${quick ? ' (smoke test: no figures to quote)' : ''}\n`);
  console.log(
    `Node ${process.versions.node}, ${cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}, generator and server on the same machine, over 127.0.0.1. ` +
      `${runs} run${runs > 1 ? 's, medians' : ''}; ${seconds} s measured after 2.5 s; ${updates.toLocaleString('en')} updates before a cold open, positions as one key for every server. ` +
      'Ruimte: gate, limits and fsync before relay on; for saturation and feeding, where few send for many, limits per person and the size of a board are lifted. ' +
      'Delivered: document updates seen by others; µs/delivery counts presence too, as sent. Latency is from sending to sight by another socket. ' +
      'Generator near 100%: it is the limit, not the server.\n',
  );
}

async function runScenario(scenario: Scenario, options: Options): Promise<string> {
  const contenders = options.contenders.filter(({ keeps }) => keeps || !NEEDS_DISK.has(scenario.kind));
  const runs = new Map<Contender, Figures[]>(contenders.map((contender) => [contender, []]));
  const failures = new Map<Contender, string>();
  const load: number[] = [];
  for (let run = 0; run < options.runs; run += 1) {
    load.push(loadNow());
    // All servers in every run, so that what else the machine does meets them alike.
    for (const contender of contenders) {
      if (failures.has(contender)) continue;
      say(
        `${scenario.id}, run ${run + 1} of ${options.runs}: ${contender.title} (load ${loadNow().toFixed(1)})`,
      );
      try {
        runs.get(contender)?.push(await runOnce(scenario, contender, options));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        say(`  not measured: ${reason}`);
        failures.set(contender, reason);
      }
    }
  }
  const outcomes = contenders.map((contender): Outcome => {
    const failure = failures.get(contender);
    return { contender, runs: runs.get(contender) ?? [], ...(failure === undefined ? {} : { failure }) };
  });
  return toTable(scenario, outcomes, load);
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) return console.log(USAGE);
  const options = readOptions(args);
  introduce(options);
  for (const scenario of options.scenarios) {
    console.log(await runScenario(scenario, options));
    const profiled = options.profile ? await profileOwn(scenario, options.seconds) : undefined;
    if (profiled !== undefined) console.log(profiled);
  }
  console.log(`Load average at the end ${loadNow().toFixed(1)}.`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
process.exit();
