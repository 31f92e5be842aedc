/** Requests to a worker thread and their answers. When the thread dies, everything waiting and later rejects. */
import type { Worker } from 'node:worker_threads';
import {
  type EmbeddedAnswer,
  type EmbeddedRequest,
  fromPlain,
  type Method,
  OPENED,
} from './embedded-messages.ts';
import { StoreError } from './store-error.ts';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: StoreError) => void;
}

export class WorkerLine {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = OPENED;
  #ended: StoreError | undefined;
  /** Resolves when the worker has said that it is ready. */
  readonly opened: Promise<unknown>;
  /** Resolves when the thread is gone, for whatever reason. */
  readonly exited: Promise<void>;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.opened = new Promise((resolve, reject) => this.#waiting.set(OPENED, { resolve, reject }));
    this.exited = new Promise((resolve) => {
      worker.on('exit', (code) => {
        this.#end(new StoreError('closed', `the store's thread has ended (exit code ${code})`));
        resolve();
      });
    });
    worker.on('error', (cause) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      this.#end(new StoreError('closed', `the store's thread has died: ${reason}`, { cause }));
    });
    worker.on('messageerror', (cause) => {
      this.#end(new StoreError('closed', `an answer of the store's thread was unreadable`, { cause }));
    });
    worker.on('message', (answer: EmbeddedAnswer) => this.#settle(answer));
  }

  /**
   * Sends the request; the arguments are copied before this returns.
   * @param moved - memory within the arguments that changes hands instead: it is empty here afterwards.
   */
  ask(method: Method, args: readonly unknown[], moved: ArrayBuffer[] = []): Promise<unknown> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    return new Promise((resolve, reject) => {
      this.#lastId += 1;
      try {
        this.#worker.postMessage({ id: this.#lastId, method, args } satisfies EmbeddedRequest, moved);
        this.#waiting.set(this.#lastId, { resolve, reject });
      } catch (cause) {
        reject(
          new StoreError('impossible', `the request holds what cannot be copied: ${String(cause)}`, {
            cause,
          }),
        );
      }
    });
  }

  #settle(answer: EmbeddedAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('error' in answer) waiting?.reject(fromPlain(answer.error));
    else waiting?.resolve(answer.value);
  }

  #end(reason: StoreError): void {
    this.#ended ??= reason;
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }
}
