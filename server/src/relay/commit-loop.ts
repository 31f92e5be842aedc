/**
 * The one commit loop of the process: gathers what all rooms and the meet-ups want kept, keeps it as one batch with
 * one fsync, and only then lets it go out. While a batch is on its way the next one gathers.
 */
import { RuimteError } from '@ruimte/shared/errors';
import { type Logger, summariseError } from '../log.ts';
import { StoreError } from '../store/store-error.ts';
import type { Store, StoreRecord } from '../store/store.ts';

/** Something with changes that wait to be kept. */
export interface CommitSource {
  /** Hands over what waits; undefined when nothing does. */
  take(): CommitPart | undefined;
}

/** What one source wants kept, as a whole. */
export interface CommitPart {
  readonly records: readonly StoreRecord[];
  /** Called once it is on disk. */
  readonly kept: () => void;
  /** Called when the store says that it can never be kept, or the loop ends before it was. */
  readonly lost: (error: Error) => void;
}

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 2_000;
/**
 * Batches begin so far apart that this thread spends at most an eighth of its time on them, and never further than a
 * window: alone on a board nobody waits, at 100 people a letter is seen 4 ms later for half the processor time.
 */
const REST_FACTOR = 8;
const WINDOW_MS = 8;
/** When so many changes wait, waiting for more saves next to nothing. */
const ENOUGH = 100;
/** What the store's own thread spends on a batch, which this thread cannot see. */
const STORE_MS = 0.3;
/** How much of the average cost of a batch the newest one makes up. */
const NEWEST_SHARE = 0.2;

export class CommitLoop {
  readonly #store: Store;
  readonly #log: Logger;
  readonly #dirty = new Set<CommitSource>();
  #loose: CommitPart[] = [];
  #running: Promise<void> | undefined;
  #saving = true;
  #stopped = false;
  /** Changes that were announced since the last batch began. */
  #marks = 0;
  /** Ends the rest before the next batch; set while there is one. */
  #wake: (() => void) | undefined;
  /** Milliseconds that a batch has taken of this thread of late. */
  #costMs = STORE_MS;
  /** When the last batch began, monotonic. */
  #batchAt = 0;
  readonly #watchers = new Set<(saving: boolean) => void>();

  constructor(store: Store, log: Logger) {
    this.#store = store;
    this.#log = log;
  }

  /** False while the store takes no writes: nothing new may be accepted then. */
  get saving(): boolean {
    return this.#saving;
  }

  /** Calls `changed` whenever saving stops or resumes. */
  onSaving(changed: (saving: boolean) => void): void {
    this.#watchers.add(changed);
  }

  /** Says that a source has something to keep; it is asked for it with the next batch. */
  mark(source: CommitSource): void {
    this.#dirty.add(source);
    this.#marks += 1;
    if (this.#marks >= ENOUGH) this.#wake?.();
    this.#start();
  }

  /**
   * Keeps records with the next batch.
   * @throws RuimteError `notSaving` when the store takes no writes at the moment; then nothing was kept.
   */
  append(records: readonly StoreRecord[]): Promise<void> {
    if (!this.#saving || this.#stopped) {
      return Promise.reject(new RuimteError('notSaving', 'the store takes no writes at the moment'));
    }
    return new Promise((resolve, reject) => {
      this.#loose.push({ records, kept: resolve, lost: reject });
      this.#start();
    });
  }

  /** Resolves when everything that was waiting is on disk, or the loop was stopped. */
  async settled(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  /** Ends the loop after what waits now; a store that fails is not tried again. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake?.();
    await this.settled();
  }

  #start(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      // Something may have been marked between the last look and the end of the run.
      if (this.#dirty.size > 0 || this.#loose.length > 0) this.#start();
    });
  }

  async #run(): Promise<void> {
    while (this.#dirty.size > 0 || this.#loose.length > 0) {
      await this.#gather();
      const loose = this.#loose;
      this.#loose = [];
      const sources = [...this.#dirty];
      this.#dirty.clear();
      this.#batchAt = performance.now();
      this.#marks = 0;
      const parts = [...sources.flatMap((source) => source.take() ?? []), ...loose];
      const takenMs = performance.now() - this.#batchAt;
      const toldMs = await this.#keep(parts);
      this.#costMs += (STORE_MS + takenMs + toldMs - this.#costMs) * NEWEST_SHARE;
    }
  }

  /** Lets more come in before a batch begins: what came in this turn when batches are cheap, up to a window otherwise. */
  async #gather(): Promise<void> {
    const sinceMs = performance.now() - this.#batchAt;
    const restMs = Math.min(WINDOW_MS, this.#costMs * REST_FACTOR) - Math.max(0, sinceMs);
    if (restMs < 1 || this.#marks >= ENOUGH || this.#stopped) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      return;
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, restMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }

  /**
   * Keeps the parts as one batch, trying until the store takes it, or until the loop is stopped.
   * @returns milliseconds that telling everybody took.
   */
  async #keep(parts: readonly CommitPart[]): Promise<number> {
    const batch = parts.flatMap(({ records }) => records);
    for (let delayMs = FIRST_RETRY_MS; ; delayMs = Math.min(delayMs * 2, LAST_RETRY_MS)) {
      try {
        if (batch.length > 0) await this.#store.append(batch);
        this.#setSaving(true);
        break;
      } catch (error) {
        const code = error instanceof StoreError ? error.code : 'failed';
        if (code === 'impossible') return this.#takeApart(parts, error);
        this.#log.error({ ...summariseError(error), records: batch.length }, 'saving failed');
        this.#setSaving(false);
        if (this.#stopped || code === 'closed') {
          for (const { lost } of parts)
            lost(new RuimteError('notSaving', 'the server stopped before saving'));
          return 0;
        }
        await new Promise<void>((resolve) => setTimeout(resolve, delayMs));
      }
    }
    const toldFrom = performance.now();
    for (const { kept } of parts) this.#tell(kept);
    // Sockets are written to at the end of this turn; see `Turn`.
    await undefined;
    return performance.now() - toldFrom;
  }

  /** What somebody does with the news must not make the batch look unsaved, nor keep it from the others. */
  #tell(kept: () => void): void {
    try {
      kept();
    } catch (error) {
      this.#log.error(summariseError(error), 'what was saved could not be told');
    }
  }

  /** One part holds what can never be kept: the others must not suffer for it. */
  async #takeApart(parts: readonly CommitPart[], error: unknown): Promise<number> {
    const [only, ...others] = parts;
    if (only === undefined) return 0;
    if (others.length > 0) {
      let toldMs = 0;
      for (const part of parts) toldMs += await this.#keep([part]);
      return toldMs;
    }
    this.#log.error(summariseError(error), 'something can never be kept and was given up');
    only.lost(new RuimteError('internal', 'this could not be kept'));
    return 0;
  }

  #setSaving(saving: boolean): void {
    if (this.#saving === saving) return;
    this.#saving = saving;
    for (const changed of this.#watchers) changed(saving);
  }
}
