/** An unmodified y-websocket provider with a ticket: what anybody's Yjs program would use. */
import type { DocumentKind } from '@ruimte/shared/protocol/document-name';
import { defineRoots, BOARD_ROOTS, STAGE_ROOTS } from '@ruimte/shared/schema/document';
import { SUBPROTOCOL, TICKET_PREFIX } from '@ruimte/shared/protocol/messages';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { NewSession } from '@ruimte/shared/protocol/api';
import type { TestServer } from './start-server.ts';
import { waitFor } from './wait-for.ts';

export interface StandardClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Resolves with the code when the server closes the socket. */
  readonly closed: Promise<number>;
  synced(): Promise<void>;
  /** Gives the provider a fresh ticket for its next connection. */
  renewTicket(): Promise<void>;
  leave(): void;
}

export interface StandardOptions {
  readonly kind?: DocumentKind;
  /** Another room than the ticket is for, or another ticket than the session gets. */
  readonly room?: string;
  readonly ticket?: string;
  /** Carries the ticket in the query string, as programs without subprotocols do. */
  readonly inQuery?: boolean;
  /** Asks for our own messages beside the protocol's. */
  readonly extras?: boolean;
  /** The server that is asked for tickets, when it is not the one that is connected to. */
  readonly asking?: TestServer;
  readonly defer: (clean: () => void) => void;
}

/** Opens a document of the meet-up the session belongs to. */
export async function openStandard(
  server: Pick<TestServer, 'url' | 'as'>,
  session: NewSession,
  options: StandardOptions,
): Promise<StandardClient> {
  const { kind = 'board' } = options;
  const ask = (options.asking ?? server).as(session.session);
  const issue = async (): Promise<{ ticket: string; room: string }> => {
    const { meetup } = await ask('session', {});
    return ask('ticket', { document: kind, generation: meetup?.generation ?? 1 });
  };
  const first =
    options.ticket === undefined ? await issue() : { ticket: options.ticket, room: options.room ?? '' };
  const doc = new Y.Doc();
  defineRoots(doc, kind === 'stage' ? STAGE_ROOTS : BOARD_ROOTS);
  const carry = (ticket: string): { protocols: string[]; params: Record<string, string> } =>
    options.inQuery
      ? { protocols: [], params: { ticket } }
      : { protocols: [...(options.extras ? [SUBPROTOCOL] : []), `${TICKET_PREFIX}${ticket}`], params: {} };
  const provider = new WebsocketProvider(
    `${server.url.replace('http', 'ws')}/ws`,
    options.room ?? first.room,
    doc,
    {
      ...carry(first.ticket),
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    },
  );
  const closed = new Promise<number>((resolve) => {
    provider.on('connection-close', (event) => resolve(event?.code ?? 0));
  });
  options.defer(() => provider.destroy());
  return {
    doc,
    provider,
    closed,
    synced: async () => void (await waitFor('the first sync', () => provider.synced)),
    renewTicket: async () => {
      const { protocols, params } = carry((await issue()).ticket);
      provider.protocols = protocols;
      provider.params = params;
    },
    leave: () => provider.destroy(),
  };
}
