/** A person with the product's own model and no screen, whose network and lid the test holds in its hands. */
import { callApi, OfflineError } from '@ruimte/client/model/api';
import type { CallApi } from '@ruimte/client/model/call';
import type { MeetupModel } from '@ruimte/client/model/meetup-model';
import { openMeetup } from '@ruimte/client/model/open-meetup';
import { createMemoryStorage, type KeyValue } from '@ruimte/client/model/storage';
import type { NewSession } from '@ruimte/shared/protocol/api';
import { WebSocket } from 'ws';
import type { TestServer } from './start-server.ts';

export interface ModelPerson {
  readonly model: MeetupModel;
  /** Close codes the server gave, in order. */
  readonly closeCodes: readonly number[];
  /** Pulls the plug or puts it back. */
  unplug(on: boolean): void;
  /** As when the page is thrown away: nothing more is written, not even to storage. */
  vanish(): void;
  /** Opens the page anew on the same device. */
  reopen(): ModelPerson;
}

/** Opens the meet-up of a session. Who calls it closes the model. */
export function openPerson(
  server: Pick<TestServer, 'url'>,
  session: NewSession,
  storage: KeyValue = createMemoryStorage(),
): ModelPerson {
  if (session.meetup === null) throw new Error('the session has no meet-up');
  let unplugged = false;
  let gone = false;
  const closeCodes: number[] = [];
  const sockets = new Set<WebSocket>();
  class PluggedSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      // Port 9 answers nobody.
      super(unplugged ? 'ws://127.0.0.1:9' : url, protocols);
      sockets.add(this);
      this.on('close', (code) => {
        sockets.delete(this);
        closeCodes.push(code);
      });
    }
  }
  const call: CallApi = async (name, request, options) => {
    if (unplugged) throw new OfflineError('the plug is out');
    return callApi(name, request, options);
  };
  const model = openMeetup({
    session: { ...session, meetup: session.meetup },
    sessionSecret: session.session,
    callApi: call,
    base: server.url,
    storage: {
      getItem: (key) => storage.getItem(key),
      setItem: (key, value) => void (gone || storage.setItem(key, value)),
      removeItem: (key) => void (gone || storage.removeItem(key)),
    },
    WebSocket: PluggedSocket as unknown as typeof globalThis.WebSocket,
  });
  const vanish = (): void => {
    gone = true;
    for (const socket of sockets) socket.terminate();
    model.close();
  };
  return {
    model,
    closeCodes,
    unplug: (on) => {
      unplugged = on;
      if (on) for (const socket of sockets) socket.terminate();
    },
    vanish,
    reopen: () => {
      vanish();
      return openPerson(server, session, storage);
    },
  };
}
