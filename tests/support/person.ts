/**
 * A participant without a screen: the product's own client model on a real server, with a network that can be cut
 * and a device that can be closed and opened again.
 */
import { callApi, OfflineError } from '@ruimte/client/model/api';
import { signApart } from '@ruimte/client/model/apart';
import type { MeetupModel } from '@ruimte/client/model/meetup-model';
import { openMeetup } from '@ruimte/client/model/open-meetup';
import { createMemoryStorage } from '@ruimte/client/model/storage';
import { DEVICE_TIMERS } from '@ruimte/client/model/timers';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import type { NewSession, OpeningView } from '@ruimte/shared/protocol/api';
import { WebSocket } from 'ws';
import { waitFor } from './wait-for.ts';

export interface Person {
  readonly session: NewSession;
  /** The open page; a new one after `reopen`. */
  readonly model: MeetupModel;
  /** Close codes this person's sockets got, in order. */
  readonly closeCodes: readonly number[];
  /** Lays a note and returns its id. @throws when writing is not possible. */
  lay(text: string, zone?: string): NoteId;
  /** The texts on this person's board, sorted. */
  texts(): readonly string[];
  /** Waits until the board is there. */
  ready(): Promise<void>;
  /** Waits until everything this person wrote is confirmed as durable. */
  saved(): Promise<void>;
  /** Cuts the network, also of what is underway. */
  goOffline(): void;
  goOnline(): void;
  /** Closes the page; what is unsent stays on the device. */
  closePage(): void;
  /** Opens the page again on the same device. */
  reopen(): void;
}

export interface PersonOptions {
  readonly url: string;
  readonly defer: (clean: () => void) => void;
  /** The clock of the device; default the machine's. */
  readonly clock?: { now(): number };
  /** What came with the session, as a page has it that was just loaded. */
  readonly tickets?: OpeningView['tickets'];
}

/** Opens the meet-up on a device of this person's own. */
export function openPerson(session: NewSession, { url, defer, clock, tickets }: PersonOptions): Person {
  const storage = createMemoryStorage();
  const sockets = new Set<WebSocket>();
  const closeCodes: number[] = [];
  let online = true;
  class CuttableSocket extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(online ? address : 'ws://127.0.0.1:9', protocols);
      sockets.add(this);
      this.on('error', () => undefined);
      this.on('close', (code) => {
        sockets.delete(this);
        closeCodes.push(code);
      });
    }
  }
  const open = (): MeetupModel => {
    if (session.meetup === null) throw new Error('a person is in a meet-up');
    const { participant, authorSecret: secret } = session;
    const apart = participant !== null && secret !== undefined;
    return openMeetup({
      session: { ...session, meetup: session.meetup },
      ...(apart ? { signing: signApart({ participant, secret }) } : {}),
      sessionSecret: session.session,
      ...(tickets === undefined ? {} : { tickets }),
      base: url,
      storage,
      ...(clock === undefined ? {} : { timers: { ...DEVICE_TIMERS, now: () => clock.now() } }),
      WebSocket: CuttableSocket as unknown as typeof globalThis.WebSocket,
      callApi: async (name, request, options) => {
        if (!online) throw new OfflineError('the test has cut the network');
        const answer = await callApi(name, request, options);
        if (!online) throw new OfflineError('the test has cut the network');
        return answer;
      },
    });
  };
  let model = open();
  defer(() => model.close());
  const person: Person = {
    session,
    closeCodes,
    get model() {
      return model;
    },
    lay: (text, zone = 'plek') => {
      const result = model.actions.addNote({ zone: zone as ZoneId, text });
      if (!result.ok) throw new Error(`the note was not laid: ${result.reason}`);
      return result.id;
    },
    texts: () => [...model.board.get().notes.values()].map(({ text }) => text).sort(),
    ready: async () =>
      void (await waitFor('the board', () => model.connection.get().state === 'live', 10_000)),
    saved: async () =>
      void (await waitFor('everything to be saved', () => model.unsent.get().length === 0, 10_000)),
    goOffline: () => {
      online = false;
      for (const socket of sockets) socket.terminate();
    },
    goOnline: () => {
      online = true;
      model.retryUnsent();
    },
    closePage: () => model.close(),
    reopen: () => {
      model.close();
      model = open();
    },
  };
  return person;
}
