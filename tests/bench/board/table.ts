/** Medians of the runs as Markdown, and what became of the targets. */
import { median } from '../relay/table.ts';
import type { Canvas } from './canvas.ts';
import type { CanvasFigures } from './measure-canvas.ts';
import type { Size } from './options.ts';
import { SCENARIOS, type ScenarioName } from './scenarios.ts';
import { type FigureName, SCALING, TARGETS } from './targets.ts';
import type { FrameFigures } from './screen.ts';

/** What came of one canvas with one board. */
export interface Outcome {
  readonly canvas: Canvas;
  readonly size: Size;
  readonly runs: readonly CanvasFigures[];
  /** Why there are fewer runs than asked for. */
  readonly failure?: string | undefined;
}

const NOT = 'not measured';
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const number = (value: number, digits: number): string =>
  Number.isNaN(value) ? '-' : value.toLocaleString('en', { maximumFractionDigits: digits });
const plain = (words: string): string => words.replaceAll(/[|\n]/g, ' ');

export function titleOf({ notes, slow }: Size): string {
  return `${notes.toLocaleString('en')} notes${slow > 1 ? `, processor ${slow} times slower` : ''}`;
}

function of(runs: readonly CanvasFigures[], scenario: ScenarioName, part: keyof FrameFigures): number {
  return median(runs.map(({ frames }) => frames.get(scenario)?.[part] ?? Number.NaN));
}

function cell({ runs }: Outcome, scenario: ScenarioName): string {
  const failure = runs.map(({ failures }) => failures.get(scenario)).find((words) => words !== undefined);
  const measured = runs.some(({ frames }) => frames.has(scenario));
  if (!measured) return failure === undefined ? '-' : `${NOT}: ${plain(failure)}`;
  const [middle, p95] = [of(runs, scenario, 'median'), of(runs, scenario, 'p95')];
  const [script, task] = [of(runs, scenario, 'script'), of(runs, scenario, 'task')];
  return `${number(middle, 1)} / ${number(p95, 1)} · ${number(script, 1)} / ${number(task, 1)}`;
}

/** One table for one size of board. Cells: frame median / p95, then script and style / all tasks, ms per frame. */
export function toTable(
  outcomes: readonly Outcome[],
  scenarios: readonly ScenarioName[],
  words: string,
): string {
  const shown = SCENARIOS.filter(({ id }) => scenarios.includes(id));
  const [first] = outcomes;
  if (first === undefined) return '';
  return [
    `### ${titleOf(first.size)} (${words})`,
    '',
    row(['canvas', 'load ms', ...shown.map(({ title }) => title), 'heap MB', 'script kB']),
    row(['---', '---:', ...shown.map(() => '---:'), '---:', '---:']),
    ...outcomes.map((outcome) => {
      const { canvas, runs, failure } = outcome;
      if (runs.length === 0) {
        return row([canvas.title, `${NOT}: ${plain(failure ?? '')}`, ...shown.map(() => ''), '', '']);
      }
      return row([
        failure === undefined ? canvas.title : `${canvas.title} (${runs.length} of the runs)`,
        number(median(runs.map(({ loadMs }) => loadMs)), 0),
        ...shown.map(({ id }) => cell(outcome, id)),
        number(median(runs.map(({ heapMb }) => heapMb)), 1),
        number(median(runs.map(({ kb }) => kb)), 0),
      ]);
    }),
    '',
  ].join('\n');
}

function figure(runs: readonly CanvasFigures[], name: FigureName): number {
  if (name === 'load') return median(runs.map(({ loadMs }) => loadMs));
  if (name === 'heap') return median(runs.map(({ heapMb }) => heapMb));
  const [scenario, part] = name.split('.') as [ScenarioName, 'p95' | 'task'];
  return of(runs, scenario, part);
}

/** The targets beside what was measured; what was missed is marked. */
export function toTargets(outcomes: readonly Outcome[]): string {
  const find = (id: Canvas['id'], size: Size): readonly CanvasFigures[] =>
    outcomes.find(
      ({ canvas, size: own }) => canvas.id === id && own.notes === size.notes && own.slow === size.slow,
    )?.runs ?? [];
  const line = (what: string, own: number, other: number, most: number): string => {
    const ratio = own / other;
    const verdict = Number.isNaN(ratio) ? NOT : ratio <= most ? 'met' : '**missed**';
    return row([what, number(own, 1), number(other, 1), number(ratio, 2), number(most, 2), verdict]);
  };
  const titles: Readonly<Record<'load' | 'heap', string>> = { load: 'load, ms', heap: 'heap, MB' };
  const nameOf = (name: FigureName): string => {
    if (name === 'load' || name === 'heap') return titles[name];
    const [scenario, part] = name.split('.');
    const title = SCENARIOS.find(({ id }) => id === scenario)?.title ?? '';
    return `${title}, ${part === 'p95' ? 'p95 of a frame' : 'task per frame'}, ms`;
  };
  const [few, many] = [find('ruimte', SCALING.few), find('ruimte', SCALING.many)];
  return [
    '### Targets',
    '',
    row(['what', 'ours', 'theirs', 'ratio', 'at most', '']),
    row(['---', '---:', '---:', '---:', '---:', '---']),
    ...TARGETS.map(({ figure: name, size, most }) =>
      line(
        `${titleOf(size)}: ${nameOf(name)}`,
        figure(find('ruimte', size), name),
        figure(find('excalidraw', size), name),
        most,
      ),
    ),
    ...SCENARIOS.map(({ id, title }) =>
      line(
        `ours with ${SCALING.many.notes.toLocaleString('en')} beside ${SCALING.few.notes}: ${title}, p95, ms`,
        of(many, id, 'p95'),
        of(few, id, 'p95'),
        SCALING.most,
      ),
    ),
    '',
  ].join('\n');
}
