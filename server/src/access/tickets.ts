/**
 * Tickets: short-lived proof that a session may open one document. They are signed, not remembered, so a ticket given
 * just before a restart still opens the document just after it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { TIMES } from '@ruimte/shared/limits';
import type { Clock } from '../clock.ts';

export interface Ticket {
  /** The room name on the wire. */
  readonly room: string;
  readonly generation: number;
  /** Hash of the session it was given to. */
  readonly session: string;
}

/** Why a ticket does not open a document. */
export type TicketRefusal = 'missing' | 'forged' | 'expired' | 'otherRoom';

export type TicketCheck =
  { readonly ok: true; readonly ticket: Ticket } | { readonly ok: false; readonly why: TicketRefusal };

const MAX_TICKET = 600;

export class Tickets {
  readonly #key: Uint8Array;
  readonly #clock: Clock;

  constructor(key: Uint8Array, clock: Clock) {
    this.#key = key;
    this.#clock = clock;
  }

  #sign(body: string): string {
    return createHmac('sha256', this.#key).update(`ticket|${body}`).digest('base64url').slice(0, 32);
  }

  /** A ticket for opening one document within a minute; url-safe, fit for `Sec-WebSocket-Protocol`. */
  issue(ticket: Ticket): string {
    const content = [ticket.room, ticket.generation, ticket.session, this.#clock.now() + TIMES.ticketMs];
    const body = Buffer.from(JSON.stringify(content)).toString('base64url');
    return `${body}.${this.#sign(body)}`;
  }

  /** Checks a ticket for a room. */
  check(text: string | undefined, room: string): TicketCheck {
    if (text === undefined) return { ok: false, why: 'missing' };
    const [body, signature] = text.split('.');
    if (body === undefined || signature === undefined || text.length > MAX_TICKET) {
      return { ok: false, why: 'forged' };
    }
    const expected = Buffer.from(this.#sign(body));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      return { ok: false, why: 'forged' };
    }
    // Signed by us, so its shape is ours.
    const content = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as unknown[];
    const [name, generation, session, until] = content as [string, number, string, number];
    if (name !== room) return { ok: false, why: 'otherRoom' };
    if (this.#clock.now() > until) return { ok: false, why: 'expired' };
    return { ok: true, ticket: { room: name, generation, session } };
  }
}
