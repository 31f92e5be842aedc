import { expect, test } from 'vitest';
import { Refusals } from './refusals.ts';

function createRefusals() {
  let now = 1_000;
  return { refusals: new Refusals(() => now), pass: (ms: number) => (now += ms) };
}

test('[R15] five refusals within a minute hold a person off for a minute', () => {
  const { refusals, pass } = createRefusals();
  for (let i = 0; i < 4; i += 1) refusals.note('noor', 'shape');
  expect(refusals.holdsOff('noor')).toBe(false);
  refusals.note('noor', 'malformed');
  expect(refusals.holdsOff('noor')).toBe(true);
  expect(refusals.holdsOff('tom')).toBe(false);
  pass(60_000);
  expect(refusals.holdsOff('noor')).toBe(false);
  refusals.sweep();
  expect(refusals.size).toBe(0);
});

test('[R15] refusals that are spread out hold nobody off', () => {
  const { refusals, pass } = createRefusals();
  for (let i = 0; i < 20; i += 1) {
    refusals.note('noor', 'shape');
    pass(15_000);
  }
  expect(refusals.holdsOff('noor')).toBe(false);
});

test.each([
  'locked',
  'closed',
  'oldGeneration',
  'boardFull',
  'sessionEnded',
  'notSaving',
  'restart',
] as const)('[R15] %s never counts: it is nobody’s fault', (reason) => {
  const { refusals } = createRefusals();
  for (let i = 0; i < 20; i += 1) refusals.note('noor', reason);
  expect(refusals.holdsOff('noor')).toBe(false);
});
