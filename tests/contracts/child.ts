/** Processes of their own that use a store, for tests of what happens between processes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const SCRIPT = fileURLToPath(new URL('./store-child.mjs', import.meta.url));

/** What the other process does: keep the folder, append for ever, fill its disk, or append while the disk fails. */
export type ChildVerb = 'hold' | 'append' | 'fill' | 'doubt';

export interface ChildOptions {
  /** No file it writes becomes larger than this, as on a full disk; default no limit. */
  readonly maxFileKiB?: number;
  /** A program that runs it, with its arguments. */
  readonly launcher?: readonly string[];
}

export interface StoreChild {
  /** The lines it has printed so far, whole ones only. */
  readonly lines: readonly string[];
  /** Resolves when it has printed this many lines; rejects with its errors when it ends before that. */
  printed(count: number): Promise<void>;
  /** Resolves when it has ended by itself; rejects with its errors when it failed. */
  ended(): Promise<void>;
  /** Ends it at once, as `kill -9` does; resolves when it is gone and everything it printed was read. */
  kill(): Promise<void>;
}

/**
 * Starts a process with the store in the folder; it is killed when the test is over.
 */
export function startChild(verb: ChildVerb, folder: string, options: ChildOptions = {}): StoreChild {
  const { maxFileKiB, launcher = [] } = options;
  const command = `${maxFileKiB === undefined ? '' : `ulimit -f ${maxFileKiB}; `}exec "$0" "$@"`;
  const child: ChildProcess = spawn('bash', [
    '-c',
    command,
    ...launcher,
    process.execPath,
    SCRIPT,
    verb,
    folder,
  ]);
  const lines: string[] = [];
  let errors = '';
  let check = (): void => undefined;
  let ended = false;
  if (child.stdout === null || child.stderr === null) throw new Error('the process has no output');
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    check();
  });
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const closed = once(child, 'close');
  child.once('close', () => {
    ended = true;
    check();
  });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await closed;
  };
  onTestFinished(kill);
  return {
    lines,
    kill,
    ended: async () => {
      await closed;
      if (child.exitCode !== 0) throw new Error(`it failed: ${errors}`);
    },
    printed: (count) =>
      new Promise((resolve, reject) => {
        check = () => {
          if (lines.length >= count) resolve();
          else if (ended) reject(new Error(`it ended after ${lines.length} of ${count} lines: ${errors}`));
        };
        check();
      }),
  };
}
