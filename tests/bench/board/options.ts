/** What the command line may ask of the benchmark. */
import { parseArgs } from 'node:util';
import { readNumber } from '../relay/options.ts';
import type { Canvas } from './canvas.ts';
import type { Laying } from './layout.ts';
import { OWN } from './own-canvas.ts';
import { EXCALIDRAW_CANVAS, NAIVE_CANVAS } from './peer-canvases.ts';
import { type ScenarioName, SCENARIOS } from './scenarios.ts';

/** A board size, and how many times slower the processor is made. */
export interface Size {
  readonly notes: number;
  readonly slow: number;
}

export interface Options {
  readonly canvases: readonly Canvas[];
  readonly scenarios: readonly ScenarioName[];
  readonly sizes: readonly Size[];
  readonly runs: number;
  readonly laying: Laying;
  readonly pictures: string | undefined;
  readonly profiles: string | undefined;
  readonly keepPeers: boolean;
}

const CANVASES: readonly Canvas[] = [OWN, EXCALIDRAW_CANVAS, NAIVE_CANVAS];
const SIZES = ['100', '1000', '5000', '10000', '1000x4'];
const MOST_NOTES = 10_000;

export const USAGE = `npm run bench:board -- [--only names] [--n sizes] [--canvas names] [--runs n] [--laying how] [--pictures folder] [--profiles folder] [--keep-peers]
  --only      scenarios by name, with commas: ${SCENARIOS.map(({ id }) => id).join(', ')}; loading and the heap always
  --n         numbers of notes, with commas; x and a number behind it makes the processor so many times slower;
              default ${SIZES.join(',')}
  --canvas    ${CANVASES.map(({ id }) => id).join(', ')}; default all
  --runs      1 to 9, of which medians are printed; default 3
  --laying    slots (none under another, as the product lays notes) or close (overlapping by half, so that a board of 1,000 is all in view); default close
  --pictures  a folder for a picture of every page after every scenario
  --profiles  a folder for profiles of the script; what is measured then is slower
  --keep-peers  leaves the other canvases installed in the temporary folder of this machine, for the next run`;

function list(value: string): readonly string[] {
  return value.split(',').filter((name) => name !== '');
}

function choose<T extends { readonly id: string }>(
  option: string,
  names: readonly string[],
  all: readonly T[],
): readonly T[] {
  const unknown = names.find((name) => !all.some(({ id }) => id === name));
  if (unknown !== undefined) throw new Error(`${option} does not know "${unknown}".`);
  return names.length === 0 ? all : all.filter(({ id }) => names.includes(id));
}

function toSize(text: string): Size {
  const [notes, slow] = text.split('x');
  return {
    notes: readNumber('--n', notes, 0, MOST_NOTES),
    slow: readNumber('--n', slow, 1, 20),
  };
}

/** @throws Error with one sentence when an option cannot be used. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      n: { type: 'string', default: SIZES.join(',') },
      canvas: { type: 'string', default: '' },
      runs: { type: 'string' },
      laying: { type: 'string', default: 'close' },
      pictures: { type: 'string' },
      profiles: { type: 'string' },
      'keep-peers': { type: 'boolean', default: false },
    },
  });
  const { laying } = values;
  if (laying !== 'slots' && laying !== 'close')
    throw new Error(`--laying is slots or close, not "${laying}".`);
  return {
    canvases: choose('--canvas', list(values.canvas), CANVASES),
    scenarios: choose('--only', list(values.only), SCENARIOS).map(({ id }) => id),
    sizes: list(values.n).map(toSize),
    runs: readNumber('--runs', values.runs, 3, 9),
    laying,
    pictures: values.pictures,
    profiles: values.profiles,
    keepPeers: values['keep-peers'],
  };
}
