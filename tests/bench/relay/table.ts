/** Medians of the runs as Markdown, ready for the README. */
import { EARLIER_FIGURES } from './earlier-figures.ts';
import type { Contender } from './contender.ts';
import type { Figures } from './figures.ts';
import type { Scenario } from './scenarios.ts';

/** What came of one server in one scenario: the figures of every run, or why there are none. */
export interface Outcome {
  readonly contender: Contender;
  readonly runs: readonly Figures[];
  readonly failure?: string;
}

interface Column {
  readonly key: string;
  readonly title: string;
  readonly digits: number;
}

const TRAFFIC: readonly Column[] = [
  { key: 'delivered', title: 'delivered/s', digits: 0 },
  { key: 'undelivered', title: 'undelivered %', digits: 1 },
  { key: 'p50', title: 'p50 ms', digits: 1 },
  { key: 'p95', title: 'p95 ms', digits: 1 },
  { key: 'p99', title: 'p99 ms', digits: 1 },
  { key: 'core', title: 'core %', digits: 0 },
  { key: 'us', title: 'µs/delivery', digits: 2 },
  { key: 'rss', title: 'RSS MB', digits: 0 },
  { key: 'peak', title: 'peak MB', digits: 0 },
  { key: 'merged', title: 'updates/message', digits: 1 },
  { key: 'crowd', title: 'generator core %', digits: 0 },
];
const COLD: readonly Column[] = [
  { key: 'lastByte', title: 'last byte ms', digits: 0 },
  { key: 'applied', title: 'all applied ms', digits: 0 },
  { key: 'bytes', title: 'MB sent', digits: 2 },
  { key: 'fedDisk', title: 'disk after feeding MB', digits: 1 },
  { key: 'settled', title: 'left alone s', digits: 1 },
  { key: 'disk', title: 'disk at opening MB', digits: 1 },
  { key: 'rss', title: 'RSS after opening MB', digits: 0 },
  { key: 'peak', title: 'peak MB', digits: 0 },
  { key: 'ingest', title: 'ingest µs/update', digits: 1 },
  { key: 'feed', title: 'fed updates/s', digits: 0 },
];
const RESTART: readonly Column[] = [
  { key: 'start', title: 'until the port is open s', digits: 2 },
  { key: 'product', title: 'from there until all are back s, waits with jitter', digits: 2 },
  { key: 'standard', title: 'the same, waits of y-websocket', digits: 2 },
  { key: 'rss', title: 'RSS MB', digits: 0 },
  { key: 'peak', title: 'peak MB', digits: 0 },
];
const COLUMNS: Readonly<Record<Scenario['kind'], readonly Column[]>> = {
  saturation: TRAFFIC,
  mix: TRAFFIC,
  cold: COLD,
  restart: RESTART,
};

export function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** One table of a scenario. @param load - load averages seen before its runs. */
export function toTable(scenario: Scenario, outcomes: readonly Outcome[], load: readonly number[]): string {
  const columns = COLUMNS[scenario.kind];
  const lines = [
    `### ${scenario.title} (load average before the runs ${load.map((value) => value.toFixed(1)).join(', ')})`,
    '',
    row(['server', ...columns.map(({ title }) => title)]),
    row(['---', ...columns.map(() => '---:')]),
    ...outcomes.map((outcome) => row(toCells(scenario, outcome, columns))),
  ];
  return `${lines.join('\n')}\n`;
}

function toCells(scenario: Scenario, outcome: Outcome, columns: readonly Column[]): readonly string[] {
  const { contender, runs, failure } = outcome;
  if (runs.length === 0) {
    const earlier = EARLIER_FIGURES[scenario.id]?.[contender.id];
    const before = earlier === undefined ? '' : `; November 2026: ${earlier}`;
    const words = `not measured: ${failure ?? 'no run succeeded'}${before}`;
    return [contender.title, words.replaceAll(/[|\n]/g, ' '), ...columns.slice(1).map(() => '')];
  }
  const name = failure === undefined ? contender.title : `${contender.title} (${runs.length} of the runs)`;
  return [
    name,
    ...columns.map(({ key, digits }) => {
      const value = median(runs.map((figures) => figures[key] ?? Number.NaN));
      if (Number.isNaN(value)) return '-';
      return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
    }),
  ];
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
