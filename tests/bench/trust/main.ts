/**
 * `npm run bench:trust`: what the server promises about keeping things, measured: time to durable, starting, memory, a
 * full disk, a restart. Prints a Markdown table on standard output and its progress on standard error.
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { readNumber } from '../relay/options.ts';
import { median } from '../relay/table.ts';
import { cleanUpAll } from './clean-up.ts';
import { DURABLE } from './durable.ts';
import { FULL_DISK } from './full-disk.ts';
import { MEMORY } from './memory.ts';
import type { Figure, Part } from './part.ts';
import { RETURN } from './return.ts';
import { START } from './start.ts';

const PARTS: readonly Part[] = [DURABLE, START, MEMORY, FULL_DISK, RETURN];
const USAGE = `npm run bench:trust -- [--only names] [--seconds n] [--runs n]
  --only     parts by name, with commas: ${PARTS.map(({ id }) => id).join(', ')}
  --seconds  measured seconds of traffic, 1 to 120; default 10
  --runs     1 to 9, of which medians are printed; default 3`;

const say = (words: string): void => void process.stderr.write(`${words}\n`);
const loadNow = (): string => (loadavg()[0] ?? Number.NaN).toFixed(1);
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void cleanUpAll().finally(() => process.exit(1)));
}

function toRow(runs: readonly (readonly Figure[])[], { what, promise, unit, digits }: Figure): string {
  const values = runs
    .flatMap((run) => run.filter((figure) => figure.what === what))
    .map(({ value }) => value);
  const middle = median(values);
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const words = Number.isNaN(middle) ? '-' : `${middle.toLocaleString('en', options)} ${unit}`;
  return row([what, words, promise]);
}

async function measure(part: Part, { runs, seconds }: { readonly runs: number; readonly seconds: number }) {
  const done: (readonly Figure[])[] = [];
  for (let run = 0; run < runs; run += 1) {
    say(`${part.id}, run ${run + 1} of ${runs} (load ${loadNow()})`);
    try {
      done.push(await part.run({ seconds }));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      say(`  not measured: ${reason}`);
      if (done.length === 0) return [row([part.title, `not measured: ${reason}`, ''])];
      break;
    }
  }
  return (done[0] ?? []).map((figure) => toRow(done, figure));
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) return console.log(USAGE);
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      seconds: { type: 'string' },
      runs: { type: 'string' },
    },
  });
  const names = values.only.split(',').filter((name) => name !== '');
  const unknown = names.find((name) => PARTS.every(({ id }) => id !== name));
  if (unknown !== undefined) throw new Error(`--only does not know "${unknown}".`);
  const options = {
    seconds: readNumber('--seconds', values.seconds, 10, 120),
    runs: readNumber('--runs', values.runs, 3, 9),
  };
  const command = ['npm run bench:trust', ...(args.length > 0 ? ['--', ...args] : [])].join(' ');
  const [processor] = cpus();
  console.log(`## Trust benchmark\n`);
  console.log(
    `\`${command}\`: Node ${process.versions.node}, ${cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}; ` +
      `${options.runs} run${options.runs > 1 ? 's, medians' : ''}; load average at the beginning ${loadNow()}.\n`,
  );
  console.log([row(['what', 'figure', 'promise']), row(['---', '---:', '---'])].join('\n'));
  for (const part of PARTS) {
    if (names.length > 0 && !names.includes(part.id)) continue;
    console.log((await measure(part, options)).join('\n'));
  }
  console.log(`\nLoad average at the end ${loadNow()}.`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
process.exit();
