/** How long until people are told that what they sent is on disk; only our server tells. */
import { MESSAGE, readOwnMessage } from '@ruimte/shared/protocol/messages';
import * as decoding from 'lib0/decoding';
import type { Member } from './member.ts';
import { Spread } from './spread.ts';

export class Confirmations {
  /** Milliseconds from sending to being told, of updates sent within the measured time. */
  readonly latencies = new Spread();
  readonly #confirmed = new Map<Member, number>();
  readonly #counts: (sentAt: number) => boolean;

  /**
   * Listens to all members, before whoever listens to them already.
   * @param counts - whether what was sent then is measured.
   */
  constructor(members: readonly Member[], counts: (sentAt: number) => boolean) {
    this.#counts = counts;
    for (const member of members) {
      const { socket } = member;
      const next = socket.onMessage;
      if (next === undefined) socket.onlyType = MESSAGE.durable;
      socket.onMessage = (message) => {
        if (message[0] === MESSAGE.durable) this.#hear(member, message);
        else next?.(message);
      };
    }
  }

  #hear(member: Member, message: Buffer): void {
    const decoder = decoding.createDecoder(message);
    const told = readOwnMessage(decoding.readVarUint(decoder), decoder);
    if (told?.type !== 'durable' || told.clientId !== member.client) return;
    const now = performance.now();
    let number = this.#confirmed.get(member) ?? 0;
    for (; (member.ends[number] ?? Infinity) <= told.clock; number += 1) {
      const sentAt = member.sentAt[number];
      if (sentAt === undefined) break;
      if (this.#counts(sentAt)) this.latencies.add(now - sentAt);
    }
    this.#confirmed.set(member, number);
  }
}
