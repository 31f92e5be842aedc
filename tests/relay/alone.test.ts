import { expect, test } from 'vitest';
import { setTimeout as pause } from 'node:timers/promises';
import { defer } from '../support/clean-up.ts';
import { layNote, textOf } from '../support/lay-note.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openStandard } from '../support/standard-client.ts';
import { startServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

const TWO_MINUTES_MS = 120_000;

// The one test that has to let time pass: a standard provider gives up by its own clock after 30 s of silence.
test(
  '[R11] an unmodified provider stays connected for two minutes alone on a board, and reconnects after a restart',
  async () => {
    const server = await startServer({ defer });
    const meetup = await prepareMeetup(server);
    const noor = await meetup.join('Noor');
    const client = await openStandard(server, noor, { defer });
    await client.synced();
    let closes = 0;
    client.provider.on('connection-close', () => (closes += 1));
    client.provider.awareness.setLocalState(null);

    await pause(TWO_MINUTES_MS);

    expect(closes).toBe(0);
    expect(client.provider.wsconnected).toBe(true);
    await client.renewTicket();
    await server.stop();
    const id = layNote(client.doc, noor, 'tijdens de herstart');
    await server.start();
    await waitFor('the provider to be back', () => client.provider.synced, 15_000);
    const other = await openStandard(server, await meetup.join('Tom'), { defer });
    await waitFor('the note', () => textOf(other.doc, id));
  },
  TWO_MINUTES_MS + 60_000,
);
