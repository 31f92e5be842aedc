/** People who type without pause through standard clients, and what the server has told each of them. */
import { MESSAGE } from '@ruimte/shared/protocol/messages';
import { setNoteText } from '@ruimte/shared/schema/edits/notes';
import * as decoding from 'lib0/decoding';
import { layNote, textOf } from './lay-note.ts';
import type { TestMeetup } from './meetup.ts';
import { openStandard, type StandardClient } from './standard-client.ts';
import type { TestServer } from './start-server.ts';
import { waitFor } from './wait-for.ts';

/** One who types. */
export interface Typist {
  readonly client: StandardClient;
  /** The clock of this client id up to which the server has said that it is on disk. */
  durable: number;
}

export interface TypingCrowd {
  readonly typists: readonly Typist[];
  /** Ends the typing; the sockets stay. */
  stop(): void;
  leave(): void;
}

const KEY_MS = 15;

/** Lets this many people in and has them type until stopped: a letter every 15 ms, a new note every 20 letters. */
export async function startTyping(
  server: TestServer,
  meetup: TestMeetup,
  options: { readonly count: number; readonly name: string; readonly defer: (clean: () => void) => void },
): Promise<TypingCrowd> {
  const { count, name, defer } = options;
  const timers: NodeJS.Timeout[] = [];
  const typists: Typist[] = [];
  for (let i = 0; i < count; i += 1) {
    const session = await meetup.join(`${name} ${i}`);
    const client = await openStandard(server, session, { defer, extras: true });
    const typist: Typist = { client, durable: 0 };
    client.provider.messageHandlers[MESSAGE.durable] = (_encoder, decoder) => {
      const [id, clock] = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)];
      if (id === client.doc.clientID) typist.durable = clock;
    };
    client.provider.messageHandlers[MESSAGE.saving] = () => undefined;
    typists.push(typist);
    await waitFor('the first sync', () => client.provider.synced);
    let [letters, note] = [0, layNote(client.doc, session, 'begin')];
    timers.push(
      setInterval(() => {
        letters += 1;
        if (letters % 20 === 0) note = layNote(client.doc, session, `nieuw ${letters}`);
        else setNoteText(client.doc, note, `${textOf(client.doc, note) ?? ''}${letters % 10}`, 'typing');
      }, KEY_MS),
    );
  }
  const stop = (): void => {
    for (const timer of timers) clearInterval(timer);
  };
  defer(stop);
  return {
    typists,
    stop,
    leave: () => {
      stop();
      for (const { client } of typists) client.leave();
    },
  };
}
