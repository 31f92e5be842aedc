/** The outbox as screens show it: what is on its way, what waits, what was refused and why. */
import type { UnsentNote } from './meetup-model.ts';
import type { Outbox, UnsentEntry } from './outbox.ts';
import { createWritable, type Readable } from './readable.ts';

/**
 * The unsent notes, oldest first.
 * @param clientId - the client id of the connected document; undefined while there is none.
 * @param also - what else changes how an entry stands.
 */
export function followUnsent(
  outbox: Outbox,
  clientId: () => number | undefined,
  also: readonly Readable<unknown>[],
): Readable<readonly UnsentNote[]> {
  const unsent = createWritable<readonly UnsentNote[]>([]);
  function follow(): void {
    const connected = clientId();
    const next = outbox.get().map((entry) => show(entry, connected));
    next.sort((a, b) => a.typedAt - b.typedAt);
    if (next.length > 0 || unsent.get().length > 0) unsent.set(next);
  }
  for (const each of [outbox, ...also]) each.subscribe(follow);
  follow();
  return unsent;
}

function show(entry: UnsentEntry, connected: number | undefined): UnsentNote {
  const { id, zone, text, round, typedAt, reason } = entry;
  const note = { id, zone, text, round, typedAt };
  if (reason !== undefined) return { ...note, state: 'refused', reason };
  return { ...note, state: connected === undefined ? 'waiting' : 'sending' };
}
