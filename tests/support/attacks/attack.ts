/** What an attack is, for the tests that look at how it ends and for the command that measures what it costs others. */
import { setTimeout as pause } from 'node:timers/promises';
import { closeReason } from '@ruimte/shared/protocol/close-codes';
import { encodePing, MESSAGE } from '@ruimte/shared/protocol/messages';
import type { Wire } from '../attacker.ts';
import type { Arena } from './arena.ts';

/** A close code, or a word for what ends otherwise. */
export type Ending = number | string;

export interface Attack {
  /** What they do, after "who". */
  readonly name: string;
  readonly part: 'transport' | 'document' | 'presence';
  readonly who: 'a stranger' | 'a participant' | 'the wall';
  /** The rule of `tests/rules.md` that says what must follow. */
  readonly rule: string;
  /** How it may end. */
  readonly ends: readonly Ending[];
  /** Takes longer than a test should: the command alone does it. */
  readonly slow?: true;
  /** Does it. @returns how it ended. @throws Error when something came of it that must not. */
  readonly act: (arena: Arena) => Promise<Ending>;
}

const PATIENCE_MS = 15_000;

/** The code with which a socket ends, or "still open". */
export function endOf(wire: Pick<Wire, 'closed'>, patienceMs = PATIENCE_MS): Promise<Ending> {
  return Promise.race([wire.closed, pause(patienceMs, 'still open', { ref: false })]);
}

/** What was read is judged with the next batch; several full messages take several. */
const JUDGED_WITHIN_MS = 150;

/** "taken" once the server has read and judged what was sent so far, or the code with which the socket ends. */
export async function outcomeOf(wire: Wire): Promise<Ending> {
  const seen = wire.received.length;
  wire.send(encodePing(1));
  const answered = async (): Promise<Ending> => {
    while (!wire.received.slice(seen).some(([type]) => type === MESSAGE.pong))
      await pause(5, null, { ref: false });
    await pause(JUDGED_WITHIN_MS, null, { ref: false });
    return 'taken';
  };
  return Promise.race([wire.closed, answered(), pause(PATIENCE_MS, 'no answer', { ref: false })]);
}

/** An ending as people read it: `4403 forbidden`. */
export function describeEnding(ending: Ending): string {
  if (typeof ending === 'string') return ending;
  const reason = closeReason(ending);
  return reason === undefined ? String(ending) : `${ending} ${reason}`;
}

/** So many of something. */
export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
