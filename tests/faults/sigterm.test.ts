import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { defer } from '../support/clean-up.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { startServerProcess } from '../support/server-process.ts';
import { openStandard } from '../support/standard-client.ts';
import { startTyping } from '../support/typing-crowd.ts';
import { waitFor } from '../support/wait-for.ts';

const ROUNDS = Number(process.env['SIGTERM_ROUNDS'] ?? 4);
const MAX_EXIT_MS = 5_000;

test(
  `[F2] SIGTERM under load, ${ROUNDS} rounds: every socket gets 1012, nothing durable is lost, it ends within five seconds`,
  async () => {
    const server = await startServerProcess({ defer });
    let meetup = await prepareMeetup(server);
    for (let round = 0; round < ROUNDS; round += 1) {
      // Each round brings new people, and a meet-up holds three hundred.
      if (round % 20 === 19) meetup = await prepareMeetup(server);
      const crowd = await startTyping(server, meetup, { count: 6, name: `ronde ${round}`, defer });
      const closed = Promise.all(crowd.typists.map(({ client }) => client.closed));
      await waitFor('everybody to be saved once', () => crowd.typists.every(({ durable }) => durable > 10));
      const started = performance.now();
      await server.stop();
      expect(performance.now() - started).toBeLessThan(MAX_EXIT_MS);
      expect(new Set(await closed)).toEqual(new Set([CLOSE_CODES.restart]));
      crowd.leave();

      await server.start();
      const after = await openStandard(server, await meetup.join(`na ${round}`), { defer });
      await after.synced();
      for (const { client, durable } of crowd.typists) {
        expect(Y.getState(after.doc.store, client.doc.clientID)).toBeGreaterThanOrEqual(durable);
      }
      after.leave();
    }
  },
  60_000 + ROUNDS * 15_000,
);

test(`[F2] SIGTERM as soon as the server answers stops it as later on, ${ROUNDS} rounds`, async () => {
  const server = await startServerProcess({ defer });
  for (let round = 0; round < ROUNDS; round += 1) {
    await server.stop();
    expect(server.exitCode()).toBe(0);
    await server.start();
  }
});
