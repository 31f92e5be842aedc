import { rootOf } from '@ruimte/shared/schema/document';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { defer } from '../support/clean-up.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { Random } from '../support/random.ts';
import { startServerProcess } from '../support/server-process.ts';
import { openStandard } from '../support/standard-client.ts';
import { startTyping } from '../support/typing-crowd.ts';
import { waitFor } from '../support/wait-for.ts';

const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 10);
const WRITERS = 10;

test(
  `[F1] kill -9 under load, ${ROUNDS} rounds: nothing is lost that anybody saw or that was called durable`,
  async () => {
    const random = new Random(1);
    const server = await startServerProcess({ defer });
    let meetup = await prepareMeetup(server);
    let seen = 0;
    let durable = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      // Each round brings new people, and a meet-up holds three hundred.
      if (round % 20 === 19) meetup = await prepareMeetup(server);
      const observer = await openStandard(server, await meetup.join(`kijker ${round}`), { defer });
      await observer.synced();
      const crowd = await startTyping(server, meetup, { count: WRITERS, name: `schrijver ${round}`, defer });
      const until = performance.now() + 500 + random.below(700);
      await waitFor('the moment of the power cut', () => performance.now() > until);
      await server.kill();
      crowd.stop();
      const shown = new Map(
        [...rootOf(observer.doc, 'notes')].map(([id, note]) => [id, String(note.get('text'))]),
      );
      crowd.leave();
      observer.leave();

      await server.start();
      const after = await openStandard(server, await meetup.join(`na ${round}`), { defer });
      await after.synced();
      const kept = rootOf(after.doc, 'notes');
      for (const [id, text] of shown) {
        expect(String(kept.get(id)?.get('text')).startsWith(text), `note ${id} as it was seen`).toBe(true);
      }
      for (const { client, durable: clock } of crowd.typists) {
        expect(Y.getState(after.doc.store, client.doc.clientID)).toBeGreaterThanOrEqual(clock);
        durable += clock;
      }
      seen += shown.size;
      after.leave();
    }
    expect(seen).toBeGreaterThan(ROUNDS * WRITERS);
    expect(durable).toBeGreaterThan(ROUNDS * WRITERS);
  },
  60_000 + ROUNDS * 15_000,
);
