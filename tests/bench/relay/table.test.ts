import { expect, test } from 'vitest';
import { CONTENDERS } from './contenders.ts';
import { SCENARIOS } from './scenarios.ts';
import { median, toTable } from './table.ts';

const of = <T extends { readonly id: string }>(all: readonly T[], id: string): T => {
  const found = all.find((one) => one.id === id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
};

test('the median of an even number of runs lies between the middle two', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([9, 1, 5])).toBe(5);
});

test('a server that could not be measured stands in the table with why and the earlier figure', () => {
  const contender = of(CONTENDERS, 'hocuspocus4');
  const table = toTable(of(SCENARIOS, 'mix200'), [{ contender, runs: [], failure: 'no | network' }], [1]);
  expect(table).toContain('not measured: no   network; November 2026: 317,600/s');
});

test('a server that failed after some runs says how many its figures come from', () => {
  const contender = of(CONTENDERS, 'ruimte');
  const table = toTable(
    of(SCENARIOS, 'mix20'),
    [{ contender, runs: [{ p95: 3 }], failure: 'x' }],
    [0.5, 0.7],
  );
  expect(table).toContain('| Ruimte (1 of the runs) |');
  expect(table).toContain('| 3.0 |');
  expect(table).toContain('load average before the runs 0.5, 0.7');
});
