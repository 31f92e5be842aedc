/**
 * `npm run soak:fuzz`: a million messages, most of them damaged, into the entry of the relay; one in twenty into a whole
 * room. FUZZ_MESSAGES and FUZZ_SEED change how many and which. Exit code 1 when a promise is broken, a call takes more
 * than 20 ms of the processor, or the heap grows by more than 8 MB.
 */
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { TIMES } from '@ruimte/shared/limits';
import { fuzz, type FuzzOptions } from '../support/fuzz/fuzz.ts';
import { GateTarget } from '../support/fuzz/gate-target.ts';
import { RoomTarget } from '../support/fuzz/room-target.ts';

const MESSAGES = Number(process.env['FUZZ_MESSAGES'] ?? 1_000_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);
const ROOM_SHARE = 1 / 20;
const MAX_CALL_MS = 20;
const MAX_GROWTH_MB = 8;
const WARM_UP = 20_000;

/** Heap after a collection, MB; once the sockets that were closed are let go, which takes ten seconds. */
async function heapMb(): Promise<number> {
  if (globalThis.gc === undefined) throw new Error('run with node --expose-gc');
  await pause(TIMES.stalledMs + 500);
  globalThis.gc();
  return process.memoryUsage().heapUsed / 1024 ** 2;
}

/** @returns whether the figures are within their bars. */
async function run(name: string, options: FuzzOptions): Promise<boolean> {
  await fuzz({ ...options, messages: Math.min(WARM_UP, options.messages), seed: options.seed + 1_000_000 });
  const before = await heapMb();
  const begun = performance.now();
  const report = await fuzz(options);
  const seconds = (performance.now() - begun) / 1000;
  const { endings, durations, longestMs, messages } = report;
  const ms = (percentile: number): string => (durations.percentile(percentile) / 1e6).toFixed(2);
  console.log(`${name}: ${messages} messages in ${seconds.toFixed(0)} s, seed ${options.seed}`);
  for (const [ending, count] of [...endings].sort(([, a], [, b]) => b - a)) {
    console.log(`  ${ending.padEnd(24)} ${String(count).padStart(8)}`);
  }
  console.log(`  p50 ${ms(50)} ms, p99 ${ms(99)} ms, p99.9 ${ms(99.9)} ms, longest ${ms(100)} ms`);
  console.log(`  longest by the processor ${longestMs.toFixed(2)} ms`);
  const after = await heapMb();
  console.log(`  heap ${before.toFixed(1)} MB before, ${after.toFixed(1)} MB after`);
  return longestMs <= MAX_CALL_MS && after <= before + MAX_GROWTH_MB;
}

console.log(`load average ${loadavg()[0]?.toFixed(1)}; seed ${SEED}`);
const inRoom = Math.round(MESSAGES * ROOM_SHARE);
const within = [
  await run('the gate', { seed: SEED, messages: MESSAGES - inRoom, open: () => new GateTarget() }),
  await run('a room', { seed: SEED, messages: inRoom, open: () => RoomTarget.open() }),
];
if (within.includes(false)) console.log(`a call took more than ${MAX_CALL_MS} ms, or the heap grew`);
process.exit(within.includes(false) ? 1 : 0);
