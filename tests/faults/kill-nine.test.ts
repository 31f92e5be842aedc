import { MESSAGE } from '@ruimte/shared/protocol/messages';
import { rootOf } from '@ruimte/shared/schema/document';
import { setNoteText } from '@ruimte/shared/schema/edits/notes';
import * as decoding from 'lib0/decoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { defer } from '../support/clean-up.ts';
import { layNote, textOf } from '../support/lay-note.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { Random } from '../support/random.ts';
import { startServerProcess } from '../support/server-process.ts';
import { openStandard } from '../support/standard-client.ts';
import { waitFor } from '../support/wait-for.ts';

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 10);
const WRITERS = 10;

test(`[F1] kill -9 under load, ${ROUNDS} rounds: nothing is lost that anybody saw or that was called durable`, async () => {
  const random = new Random(1);
  const server = await startServerProcess({ defer });
  const meetup = await prepareMeetup(server);
  let seen = 0;
  let durable = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const observer = await openStandard(server, await meetup.join(`kijker ${round}`), { defer });
    const writers = [];
    for (let i = 0; i < WRITERS; i += 1) {
      const session = await meetup.join(`schrijver ${round} ${i}`);
      const client = await openStandard(server, session, { defer, extras: true });
      const writer = { session, client, durable: 0 };
      client.provider.messageHandlers[MESSAGE.durable] = (_encoder, decoder) => {
        const [id, clock] = [decoding.readVarUint(decoder), decoding.readVarUint(decoder)];
        if (id === client.doc.clientID) writer.durable = clock;
      };
      writers.push(writer);
    }
    await Promise.all([observer, ...writers.map(({ client }) => client)].map((client) => client.synced()));
    const typing = writers.map(({ client: { doc }, session }) => {
      let [letters, id] = [0, layNote(doc, session, 'begin')];
      return setInterval(() => {
        letters += 1;
        if (letters % 20 === 0) id = layNote(doc, session, `nieuw ${letters}`);
        else setNoteText(doc, id, `${textOf(doc, id) ?? ''}${letters % 10}`, 'typing');
      }, 15);
    });
    const until = performance.now() + 500 + random.below(700);
    await waitFor('the moment of the power cut', () => performance.now() > until);
    await server.kill();
    for (const timer of typing) clearInterval(timer);
    const shown = new Map(
      [...rootOf(observer.doc, 'notes')].map(([id, note]) => [id, String(note.get('text'))]),
    );
    for (const { client } of writers) client.leave();
    observer.leave();

    await server.start();
    const after = await openStandard(server, await meetup.join(`na ${round}`), { defer });
    await after.synced();
    const kept = rootOf(after.doc, 'notes');
    for (const [id, text] of shown) {
      expect(String(kept.get(id)?.get('text')).startsWith(text), `note ${id} as it was seen`).toBe(true);
    }
    for (const { client, durable: clock } of writers) {
      expect(Y.getState(after.doc.store, client.doc.clientID)).toBeGreaterThanOrEqual(clock);
      durable += clock;
    }
    seen += shown.size;
    after.leave();
  }
  expect(seen).toBeGreaterThan(ROUNDS * WRITERS);
  expect(durable).toBeGreaterThan(ROUNDS * WRITERS);
}, 120_000);
