/** Sessions of honest people as messages of the wire, to be played again with damage in them. */
import type { Sender } from '@ruimte/server/relay/gate';
import { encodePing, MESSAGE } from '@ruimte/shared/protocol/messages';
import * as Y from 'yjs';
import { say } from '../attacker.ts';
import { holdMeetup } from '../gate-meetup.ts';
import { Random } from '../random.ts';

/** One message, or a change that the server made itself. */
export interface Recorded {
  /** Undefined for the server: then `bytes` is the bare update, with what it changes and no more. */
  readonly sender: Sender | undefined;
  readonly bytes: Uint8Array;
}

export interface Recording {
  readonly messages: readonly Recorded[];
  /** The Yjs client ids that wrote. */
  readonly clients: readonly number[];
}

/**
 * Records a meet-up: so many updates and second steps of a sync, and between them first steps, presence, questions
 * for presence and pings. The order is the one in which a server got them. The same seed gives the same bytes.
 */
export function recordSessions(seed: number, updates: number): Recording {
  const random = new Random(seed);
  const messages: Recorded[] = [];
  const clients = new Set<number>();
  const shadow = new Y.Doc();
  let byServer = false;
  shadow.on('update', (bytes: Uint8Array) => {
    if (byServer) messages.push({ sender: undefined, bytes });
  });
  let logged = 0;
  let taken: Uint8Array | undefined;
  let clock = 0;
  holdMeetup(seed, updates, (before, update, verdict, sender) => {
    // What was logged since the last message and did not come with it was written by the server.
    for (const bytes of before.log.slice(logged)) {
      byServer = bytes !== taken;
      Y.applyUpdate(shadow, bytes);
    }
    logged = before.log.length;
    taken = verdict.kind === 'accept' ? verdict.update : undefined;
    const own = [...Y.parseUpdateMeta(update).to.keys()];
    for (const client of own) clients.add(client);
    messages.push({ sender, bytes: say.sync(random.chance(0.3) ? 1 : 2, update) });
    if (random.chance(0.1)) messages.push({ sender, bytes: say.step1(Y.encodeStateVector(before.doc)) });
    if (random.chance(0.2)) {
      clock += 1;
      const state = { cursor: [random.below(999), random.below(999)], zone: 'twijfel', unsent: 2 };
      messages.push({ sender, bytes: say.presence([[own[0] ?? random.below(2 ** 32), clock, state]]) });
    }
    if (random.chance(0.02)) messages.push({ sender, bytes: say.type(MESSAGE.queryAwareness) });
    if (random.chance(0.02)) messages.push({ sender, bytes: encodePing(1_700_000_000_000 + clock) });
  });
  return { messages, clients: [...clients] };
}
