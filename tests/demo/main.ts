/**
 * `npm run demo`: starts the product on an empty folder and lets the people of the kick-off sample hold their meet-up
 * on it through real connections. `--speed 20` makes a minute last three seconds.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { callApi } from '@ruimte/client/model/api';
import { createSignInLink } from '@ruimte/server/access/sign-in';
import { systemClock } from '@ruimte/server/clock';
import { ConfigError, readConfig } from '@ruimte/server/config';
import { createLogger } from '@ruimte/server/log';
import { createServer } from '@ruimte/server/server';
import type { MeetupDetail } from '@ruimte/shared/protocol/api';
import { type Ask } from '../support/start-server.ts';
import { holdMeetup, type Sample } from '../support/hold-meetup.ts';
import { openPerson } from '../support/person.ts';

const DEFAULT_SPEED = 20;
const MAX_SPEED = 1_000;
const SAMPLE = new URL('../../samples/kick-off.json', import.meta.url);

function readSpeed(): number {
  const { values } = parseArgs({ options: { speed: { type: 'string' } } });
  const speed = values.speed === undefined ? DEFAULT_SPEED : Number(values.speed);
  if (!(speed > 0 && speed <= MAX_SPEED)) {
    throw new ConfigError(
      `--speed must be a number above 0 and at most ${MAX_SPEED}, not "${values.speed}".`,
    );
  }
  return speed;
}

async function runDemo(): Promise<void> {
  const speed = readSpeed();
  const folder = await mkdtemp(join(tmpdir(), 'ruimte-demo-'));
  const config = readConfig({ ...process.env, DATA_DIR: folder });
  const server = await createServer(config, { log: createLogger('error') });
  const base = `http://localhost:${server.port}`;
  const here = `http://127.0.0.1:${server.port}`;
  const leaving: (() => void)[] = [];
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    for (const leave of leaving.toReversed()) leave();
    await server.close();
    await rm(folder, { recursive: true, force: true });
    process.exit(0);
  };
  process.once('SIGINT', () => void end());
  process.once('SIGTERM', () => void end());

  const as =
    (session?: string): Ask =>
    (name, request) =>
      callApi(name, request, { base: here, session });
  const signIn = async (): Promise<string> =>
    new URL(await createSignInLink(folder, base, systemClock)).hash.replace('#sign-in=', '');
  const { session } = await as()('signIn', { link: await signIn() });
  const sample = JSON.parse(await readFile(SAMPLE, 'utf8')) as Sample;
  const start = performance.now();
  const held = await holdMeetup(sample, {
    ask: as(session),
    askAsNobody: as(),
    waitUntil: async (second) => {
      const waitMs = start + (second * 1000) / speed - performance.now();
      if (waitMs > 0) await pause(waitMs);
    },
    openPerson: (own) => openPerson(own, { url: here, defer: (leave) => leaving.push(leave) }),
    onPrepared: (detail) => void announce(detail),
    inOrder: false,
  });

  async function announce({ links, code }: MeetupDetail): Promise<void> {
    const link = await createSignInLink(folder, base, systemClock);
    const minutes = Math.ceil((sample.events.at(-1)?.at ?? 0) / 60 / speed);
    process.stdout.write(
      [
        '',
        `Ruimte demo: 24 people hold a kick-off, ${speed} times as fast (about ${minutes} minutes).`,
        '',
        `The screen in the hall:  ${base}${links.wall}`,
        `Join as participant:     ${base}${links.participant}   (code ${code})`,
        `Lead along:              ${base}${links.facilitator}`,
        `The organiser's pages:   ${link}`,
        '',
        'Everything is thrown away at the end. Stop with Ctrl-C.',
        '',
        '',
      ].join('\n'),
    );
  }
  process.stdout.write(
    `The meet-up has been closed with ${held.snapshot.items.length} notes; it is in the archive. Stop with Ctrl-C.\n`,
  );
}

try {
  await runDemo();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
