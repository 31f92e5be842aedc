/** Somebody who keeps every byte that the server sends them, to be searched afterwards. */
import type { DocumentKind } from '@ruimte/shared/protocol/document-name';
import { SUBPROTOCOL, TICKET_PREFIX } from '@ruimte/shared/protocol/messages';
import type { NewSession } from '@ruimte/shared/protocol/api';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { TestServer } from './start-server.ts';
import { waitFor } from './wait-for.ts';

/** The first byte of what the y-websocket protocol says about a document. */
const MESSAGE_SYNC = 0;

export interface Eavesdropper {
  /** The document as it has come in. */
  readonly doc: Y.Doc;
  /** Whether these letters stand anywhere in what came in, of whatever kind of message. */
  heard(words: string): boolean;
  /** The same in what came in of the document, presence left out. */
  read(words: string): boolean;
  /** Bytes of the document that came in; presence and signs of life come besides. */
  readonly bytes: number;
}

/** Opens a document as this person and keeps all that comes in. */
export async function eavesdrop(
  server: Pick<TestServer, 'url' | 'as'>,
  session: NewSession,
  { kind, defer }: { readonly kind: DocumentKind; readonly defer: (clean: () => void) => void },
): Promise<Eavesdropper> {
  const ask = server.as(session.session);
  const { meetup } = await ask('session', {});
  const { ticket, room } = await ask('ticket', { document: kind, generation: meetup?.generation ?? 1 });
  const heard: Buffer[] = [];
  class ListeningSocket extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols);
      // What reaches the wire, before anything reads it.
      this.on('message', (data) => heard.push(Buffer.from(data as Buffer)));
    }
  }
  // What was removed again has come in too.
  const doc = new Y.Doc({ gc: false });
  const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/ws`, room, doc, {
    protocols: [SUBPROTOCOL, `${TICKET_PREFIX}${ticket}`],
    WebSocketPolyfill: ListeningSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  });
  // Our own messages are kept like the others; a provider has nothing to do with them.
  for (let type = 4; type < 128; type += 1) provider.messageHandlers[type] = () => undefined;
  defer(() => provider.destroy());
  await waitFor('the first sync', () => provider.synced);
  const ofDocument = (): Buffer => Buffer.concat(heard.filter(([type]) => type === MESSAGE_SYNC));
  return {
    doc,
    heard: (words) => Buffer.concat(heard).includes(Buffer.from(words)),
    read: (words) => ofDocument().includes(Buffer.from(words)),
    get bytes() {
      return ofDocument().length;
    },
  };
}
