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
  /** Messages that go out once it is kept: updates times receivers. Default 0. */
  readonly deliveries?: number;
  /** Called once it is on disk. */
  readonly kept: () => void;
  /** Called when the store says that it can never be kept, or the loop ends before it was. */
  readonly lost: (error: Error) => void;
}

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 2_000;
/**
 * Above so many deliveries a second batches begin at least a window apart: at 100 people that halves the processor
 * time for 4 ms more until a letter is seen. Below it nobody waits.
 */
const BUSY_PER_SECOND = 50_000;
const WINDOW_MS = 8;
/** Over how long the deliveries are averaged. */
const AVERAGE_MS = 250;

export class CommitLoop {
  readonly #store: Store;
  readonly #log: Logger;
  readonly #dirty = new Set<CommitSource>();
  #loose: CommitPart[] = [];
  #running: Promise<void> | undefined;
  #saving = true;
  #stopped = false;
  /** Deliveries of late, fading; as they stood at `#batchAt`. */
  #recent = 0;
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
      const parts = [...sources.flatMap((source) => source.take() ?? []), ...loose];
      this.#begin(parts.reduce((sum, { deliveries = 0 }) => sum + deliveries, 0));
      await this.#keep(parts);
    }
  }

  /** Lets more come in before a batch begins: what came in this turn when it is quiet, a window when it is busy. */
  async #gather(): Promise<void> {
    const sinceMs = performance.now() - this.#batchAt;
    const busy = this.#recentAfter(sinceMs) * (1000 / AVERAGE_MS) > BUSY_PER_SECOND;
    const restMs = WINDOW_MS - sinceMs;
    if (busy && restMs >= 1 && !this.#stopped) {
      await new Promise<void>((resolve) => setTimeout(resolve, restMs));
    } else {
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }

  #recentAfter(ms: number): number {
    return this.#recent * Math.exp(-ms / AVERAGE_MS);
  }

  #begin(deliveries: number): void {
    const now = performance.now();
    this.#recent = this.#recentAfter(now - this.#batchAt) + deliveries;
    this.#batchAt = now;
  }

  /** Keeps the parts as one batch, trying until the store takes it, or until the loop is stopped. */
  async #keep(parts: readonly CommitPart[]): Promise<void> {
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
          return;
        }
        await new Promise<void>((resolve) => setTimeout(resolve, delayMs));
      }
    }
    for (const { kept } of parts) this.#tell(kept);
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
  async #takeApart(parts: readonly CommitPart[], error: unknown): Promise<void> {
    const [only, ...others] = parts;
    if (only === undefined) return;
    if (others.length > 0) {
      for (const part of parts) await this.#keep([part]);
      return;
    }
    this.#log.error(summariseError(error), 'something can never be kept and was given up');
    only.lost(new RuimteError('internal', 'this could not be kept'));
  }

  #setSaving(saving: boolean): void {
    if (this.#saving === saving) return;
    this.#saving = saving;
    for (const changed of this.#watchers) changed(saving);
  }
}
