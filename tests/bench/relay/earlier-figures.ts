/** What was measured in November 2026 on two cores: shown where a server cannot be measured here, never mixed in. */
import type { ContenderId } from './contender.ts';
import type { ScenarioId } from './scenarios.ts';

type Earlier = Readonly<Partial<Record<ScenarioId, Readonly<Partial<Record<ContenderId, string>>>>>>;

export const EARLIER_FIGURES: Earlier = {
  saturation: {
    'y-websocket': '95,900/s, p50 91, p95 165 ms, 9.9 µs',
    hocuspocus3: '71,700/s, p50 132, p95 210 ms, 13.5 µs',
    hocuspocus4: '398,000/s, p50 19, p95 53 ms, 2.4 µs',
  },
  mix20: {
    'y-websocket': '3,130/s, p50 0.6, p95 4, p99 6 ms, core 21%, 43 µs',
    hocuspocus3: '3,130/s, p50 1.05, p95 11, p99 22 ms, core 14%, 32 µs',
    hocuspocus4: '3,130/s, p50 1.0, p95 5, p99 8 ms, core 18%, 39 µs',
  },
  mix50: {
    'y-websocket': '20,150/s, p50 1.1, p95 7.0, p99 12.9 ms, core 60%, 21.0 µs',
    hocuspocus3: '20,160/s, p50 1.4, p95 9.8, p99 16.7 ms, core 61%, 20.5 µs',
    hocuspocus4: '20,140/s, p50 1.6, p95 6.3, p99 18.6 ms, core 57%, 20.5 µs',
  },
  mix100: {
    'y-websocket': '68,200/s (falls behind), p50 276, p95 806 ms, core 96%, 9.7 µs',
    hocuspocus3: '47,300/s (falls behind), p50 1,504, p95 3,344 ms, core 95%, 14.2 µs',
    hocuspocus4: '78,400/s, p50 3.9, p95 22.4, p99 40 ms, core 90%, 8.5 µs',
  },
  mix200: {
    'y-websocket': '59,200/s, 72% undelivered, core 95%, 9.4 µs',
    hocuspocus3: '32,500/s, 85% undelivered, core 96%, 18.7 µs',
    hocuspocus4: '317,600/s, p50 41, p95 105, p99 137 ms, core 95%, 2.2 µs',
  },
  boards: {
    'y-websocket': 'p50 0.9, p95 8.5, p99 15 ms, core 80%, 40.3 µs',
    hocuspocus3: 'p50 1.05, p95 16, p99 29 ms, core 68%, 33.4 µs',
    hocuspocus4: 'p50 2.3, p95 14, p99 41 ms, core 82%, 41.6 µs',
  },
  cold2000: {
    'y-websocket': 'last byte 8,579 ms, all there 9,569 ms (x and y as two keys)',
    hocuspocus4: 'last byte 1,550 ms, all there 2,201 ms (x and y as two keys)',
  },
  cold10000: {
    'y-websocket': 'last byte 9,295 ms, all there 10,806 ms (x and y as two keys)',
    hocuspocus4: 'last byte 2,313 ms, all there 3,619 ms (x and y as two keys)',
  },
};
