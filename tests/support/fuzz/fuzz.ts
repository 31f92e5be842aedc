/** Plays recorded sessions with damaged messages between them, and looks after each whether the promises hold. */
import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import type { Sender } from '@ruimte/server/relay/gate';
import { Random } from '../random.ts';
import { mutateMessage } from './mutate.ts';
import { type Recorded, recordSessions } from './recording.ts';

/** What the messages are pushed into. */
export interface FuzzTarget {
  /** A change by the server itself. */
  write(update: Uint8Array): Promise<void> | void;
  /** Hands one message to the entry. @returns how it ended, in a word. */
  push(sender: Sender, message: Uint8Array): string;
  /** @throws Error when a promise is broken after this message. */
  check(sender: Sender, message: Uint8Array, ended: string): void;
  /** @throws Error when the document is not what its accepted updates make. Effects: the target is done with. */
  settle(): Promise<void>;
}

export interface FuzzOptions {
  readonly seed: number;
  /** Messages altogether, honest ones included. */
  readonly messages: number;
  readonly open: () => FuzzTarget | Promise<FuzzTarget>;
}

export interface FuzzReport {
  readonly messages: number;
  /** How often each ending came. */
  readonly endings: ReadonlyMap<string, number>;
  /** Durations of the calls, nanoseconds. */
  readonly durations: RecordableHistogram;
  /** The longest call, as the lesser of its time and the processor time spent in it: being put aside is no work. */
  readonly longestMs: number;
}

/** Honest updates of one meet-up; then a fresh document. */
const UPDATES_PER_ROUND = 200;
/** Damaged messages for each honest one. */
const DAMAGED_EACH = 15;
/** Messages after which a room may do what it has put off. */
const MESSAGES_PER_TURN = 100;

class Run {
  messages = 0;
  longestMs = 0;
  readonly endings = new Map<string, number>();
  readonly durations = createHistogram();

  push(target: FuzzTarget, sender: Sender, bytes: Uint8Array): void {
    const cpu = process.cpuUsage();
    const begun = process.hrtime.bigint();
    const ended = target.push(sender, bytes);
    const wall = Number(process.hrtime.bigint() - begun);
    const { user, system } = process.cpuUsage(cpu);
    this.durations.record(Math.max(1, wall));
    this.longestMs = Math.max(this.longestMs, Math.min(wall / 1e6, (user + system) / 1e3));
    this.messages += 1;
    this.endings.set(ended, (this.endings.get(ended) ?? 0) + 1);
    target.check(sender, bytes, ended);
  }
}

/**
 * Pushes messages until there were so many.
 * @throws Error naming the seed and the bytes when something throws or a promise is broken.
 */
export async function fuzz({ seed, messages, open }: FuzzOptions): Promise<FuzzReport> {
  const run = new Run();
  for (let round = 0; run.messages < messages; round += 1) {
    const random = new Random(seed + round);
    const { messages: honest, clients } = recordSessions(seed + round, UPDATES_PER_ROUND);
    const senders = [...new Set(honest.flatMap(({ sender }) => sender ?? []))];
    const target = await open();
    let last: Uint8Array = new Uint8Array();
    const push = (sender: Sender, bytes: Uint8Array): void => {
      last = bytes;
      run.push(target, sender, bytes);
    };
    const play = async ({ sender, bytes }: Recorded): Promise<void> => {
      if (sender === undefined) return target.write(bytes);
      const first = random.chance(0.5);
      if (first) push(sender, bytes);
      for (let index = 0; index < DAMAGED_EACH; index += 1) {
        const who = random.chance(0.9) ? sender : (random.pick(senders) ?? sender);
        const other = random.pick(honest)?.bytes ?? bytes;
        push(who, mutateMessage(random, bytes, other, clients));
      }
      if (!first) push(sender, bytes);
      if (run.messages % MESSAGES_PER_TURN < DAMAGED_EACH) await turn();
    };
    try {
      for (const message of honest) {
        if (run.messages >= messages) break;
        await play(message);
      }
      await target.settle();
    } catch (cause) {
      const bytes = Buffer.from(last.subarray(0, 4_096)).toString('hex');
      const where = `seed ${seed + round}, message ${run.messages} of the run`;
      throw new Error(`${where}: ${String(cause)}; last message ${bytes}`, { cause });
    }
  }
  const { endings, durations, longestMs } = run;
  return { messages: run.messages, endings, durations, longestMs };
}
