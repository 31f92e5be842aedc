/**
 * Rebuilding documents in threads under a watchdog: updates that would keep a processor busy for ever hold up nobody
 * but their own document. A thread is made when it is needed and let go when nothing has come for a while.
 */
import { Worker } from 'node:worker_threads';
import { packFrames, unpackFrames } from '../store/frames.ts';
import { StoreError } from '../store/store-error.ts';
import type { Rebuilder } from './rebuild.ts';
import type { RebuildAnswer } from './rebuild-worker.ts';

/** Ten times what the largest board takes on a slow laptop; a document that needs longer is set apart. */
const REBUILD_MS = 5_000;
/** As many documents may be slow at the same time before others wait for them. */
const MAX_THREADS = 3;
/** A thread takes 20 MB and more, and a twentieth of a second to start. */
const KEEP_IDLE_MS = 2_000;
/** Above this the thread ends, and not the process. */
const HEAP_MB = 512;
const NURSERY_MB = 16;

interface Job {
  readonly packed: Uint8Array;
  readonly resolve: (pieces: readonly Uint8Array[]) => void;
  readonly reject: (error: Error) => void;
}

/** A thread and what it is doing. */
interface Thread {
  readonly worker: Worker;
  job: Job | undefined;
  /** The watchdog while it works, the farewell while it does not. */
  timer: NodeJS.Timeout | undefined;
}

/** Closes with the server. */
export interface RebuildThreads extends Rebuilder {
  /** Ends every thread; what was underway rejects. */
  close(): Promise<void>;
}

/**
 * Sets up the threads; none is started yet.
 * @param limitMs - after so long a document is given up.
 */
export function createRebuildThreads(limitMs = REBUILD_MS): RebuildThreads {
  const threads = new Set<Thread>();
  const waiting: Job[] = [];
  let closed = false;

  function start(): Thread {
    const worker = new Worker(new URL('./rebuild-worker.js', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: NURSERY_MB },
    });
    // Between documents a thread is no reason for the process to stay.
    worker.unref();
    const thread: Thread = { worker, job: undefined, timer: undefined };
    worker.on('message', (answer: RebuildAnswer) => settle(thread, answer));
    worker.on('error', ({ message }) => end(thread, `it cannot be rebuilt: ${message}`));
    worker.on('exit', () => end(thread, 'it cannot be rebuilt: the thread has ended'));
    threads.add(thread);
    return thread;
  }

  function give(thread: Thread, job: Job): void {
    clearTimeout(thread.timer);
    thread.job = job;
    thread.timer = setTimeout(() => end(thread, `rebuilding it takes more than ${limitMs} ms`), limitMs);
    thread.worker.postMessage(job.packed, [job.packed.buffer as ArrayBuffer]);
  }

  function settle(thread: Thread, answer: RebuildAnswer): void {
    const { job } = thread;
    clearTimeout(thread.timer);
    thread.job = undefined;
    if ('packed' in answer) job?.resolve(unpackFrames(answer.packed));
    else job?.reject(new StoreError('damaged', answer.damage));
    const next = waiting.shift();
    if (next !== undefined) return give(thread, next);
    thread.timer = setTimeout(() => end(thread, 'not needed'), KEEP_IDLE_MS).unref();
  }

  function end(thread: Thread, why: string): void {
    if (!threads.delete(thread)) return;
    clearTimeout(thread.timer);
    void thread.worker.terminate();
    thread.job?.reject(new StoreError('damaged', why));
    const next = waiting.shift();
    if (next !== undefined) give(start(), next);
  }

  return {
    rebuild: (updates) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new StoreError('closed', 'the server stops'));
        const job: Job = { packed: packFrames(updates), resolve, reject };
        const idle = [...threads].find((thread) => thread.job === undefined);
        if (idle !== undefined) give(idle, job);
        else if (threads.size < MAX_THREADS) give(start(), job);
        else waiting.push(job);
      }),
    close: async () => {
      closed = true;
      for (const { reject } of waiting.splice(0)) reject(new StoreError('closed', 'the server stops'));
      const ending = [...threads];
      for (const thread of ending) {
        thread.job?.reject(new StoreError('closed', 'the server stops'));
        thread.job = undefined;
        end(thread, 'the server stops');
      }
      await Promise.all(ending.map(({ worker }) => worker.terminate()));
    },
  };
}
