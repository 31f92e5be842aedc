/** What the board promises beside Excalidraw, as ratios in the same run, and beside itself. */
import type { Size } from './options.ts';
import type { ScenarioName } from './scenarios.ts';

/** A figure of one canvas with one board. */
export type FigureName = 'load' | 'heap' | `${ScenarioName}.p95` | `${ScenarioName}.task`;

export interface Target {
  readonly figure: FigureName;
  readonly size: Size;
  /** The most our figure may be of theirs. */
  readonly most: number;
}

const at = (notes: number, slow = 1): Size => ({ notes, slow });

/** Level with it: what cannot be told apart in one run. */
const LEVEL = 1.1;

export const TARGETS: readonly Target[] = [
  { figure: 'load', size: at(1_000), most: 0.4 },
  { figure: 'load', size: at(10_000), most: 0.3 },
  { figure: 'pan.p95', size: at(1_000), most: 0.75 },
  { figure: 'pan.p95', size: at(10_000), most: 0.15 },
  { figure: 'zoom.p95', size: at(1_000), most: 0.75 },
  { figure: 'zoom.p95', size: at(10_000), most: 0.35 },
  { figure: 'others.task', size: at(1_000), most: 0.5 },
  { figure: 'others.task', size: at(10_000), most: 0.1 },
  { figure: 'heap', size: at(1_000), most: 0.5 },
  { figure: 'heap', size: at(10_000), most: 0.5 },
  { figure: 'pan.p95', size: at(1_000, 4), most: 0.6 },
  { figure: 'zoom.p95', size: at(1_000, 4), most: 0.6 },
  { figure: 'drag.p95', size: at(1_000, 4), most: 0.6 },
  { figure: 'pan.p95', size: at(100), most: LEVEL },
  { figure: 'zoom.p95', size: at(100), most: LEVEL },
  { figure: 'pan60.p95', size: at(100), most: LEVEL },
  { figure: 'drag.p95', size: at(100), most: LEVEL },
  { figure: 'others.p95', size: at(100), most: LEVEL },
];

/** Our own p95 with the most notes, beside that with the fewest. */
export const SCALING = { few: at(100), many: at(10_000), most: 1.3 } as const;
