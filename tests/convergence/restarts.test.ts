import { readBoard } from '@ruimte/shared/projection/board';
import { rootOf } from '@ruimte/shared/schema/document';
import { moveNotes, removeNotes, setNoteText } from '@ruimte/shared/schema/edits/notes';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import type { NewSession } from '@ruimte/shared/protocol/api';
import { openStore } from '@ruimte/server/store/open-store';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { defer } from '../support/clean-up.ts';
import { layNote } from '../support/lay-note.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { Random } from '../support/random.ts';
import { openStandard, type StandardClient } from '../support/standard-client.ts';
import { startServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

const ZONES = ['drijfveer', 'kind', 'toekomst', 'plek', 'lege-ruimte', 'kunsten', 'twijfel'];
const WORDS = ['klei', 'ruis 👩🏽‍🎨', 'de gang', 'مرحبا', 'twee\nregels', 'half vier'];
const STEPS = 150;
/** Seeds that are run every time: the first few, and each that ever failed. */
const PINNED = [1, 2, 3];
const EXTRA = Number(process.env['CONVERGENCE_SEED'] ?? Date.now() % 1_000_000);

interface Replica {
  readonly session: NewSession;
  readonly client: StandardClient;
}

function editOnce(random: Random, { client: { doc }, session }: Replica): void {
  const zone = (): ZoneId => (random.pick(ZONES) ?? 'plek') as ZoneId;
  const ids = [...rootOf(doc, 'notes').keys()] as NoteId[];
  const own = ids.filter((id) => rootOf(doc, 'notes').get(id)?.get('author') === session.participant);
  const [any, mine] = [random.pick(ids), random.pick(own)];
  const dice = random.next();
  if (any === undefined || dice < 0.35) layNote(doc, session, random.pick(WORDS) ?? '', { zone: zone() });
  else if (dice < 0.6) {
    moveNotes(doc, [{ id: any, zone: zone(), x: random.below(500), y: random.below(400) }], 'user');
  } else if (mine !== undefined && dice < 0.9) {
    setNoteText(doc, mine, (random.pick(WORDS) ?? '') + random.below(100), 'typing');
  } else if (mine !== undefined) removeNotes(doc, [mine], 'user');
}

const plain = (doc: Y.Doc): unknown => {
  const { notes, zones } = readBoard(doc);
  return { notes: [...notes.values()], zones };
};

test.each([...PINNED, EXTRA])(
  '[C1] seed %i: edits, lost connections and restarts end in one board everywhere',
  async (seed) => {
    const random = new Random(seed);
    const server = await startServer({ defer });
    const meetup = await prepareMeetup(server);
    const people = 5 + random.below(16);
    const replicas: Replica[] = [];
    for (let i = 0; i < people; i += 1) {
      const session = await meetup.join(`Deelnemer ${i}`);
      const client = await openStandard(server, session, { defer });
      client.provider.maxBackoffTime = 200;
      replicas.push({ session, client });
    }
    await Promise.all(replicas.map(({ client }) => client.synced()));
    let restarts = 0;
    for (let step = 0; step < STEPS; step += 1) {
      const replica = random.pick(replicas);
      if (replica === undefined) throw new Error('nobody is here');
      editOnce(random, replica);
      if (random.chance(0.05)) replica.client.provider.disconnect();
      if (random.chance(0.08)) random.pick(replicas)?.client.provider.connect();
      if (restarts < 2 && random.chance(0.02)) {
        restarts += 1;
        await server.stop();
        for (let i = 0; i < 5; i += 1) editOnce(random, random.pick(replicas) ?? replica);
        await server.start();
      }
      // Let messages travel between edits; how many do is up to the machine, as in a hall.
      if (step % 3 === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    }
    for (const { client } of replicas) {
      await client.renewTicket();
      client.provider.connect();
    }
    const vector = (doc: Y.Doc): string =>
      JSON.stringify([...Y.decodeStateVector(Y.encodeStateVector(doc))].sort());
    const [first] = replicas;
    if (first === undefined) throw new Error('nobody is here');
    await waitFor(
      `all replicas of seed ${seed} to be equal`,
      () =>
        replicas.every(
          ({ client }) => client.provider.synced && vector(client.doc) === vector(first.client.doc),
        ) &&
        replicas.every(
          ({ client }) => JSON.stringify(plain(client.doc)) === JSON.stringify(plain(first.client.doc)),
        ),
      15_000,
    );
    const fresh = await openStandard(server, await meetup.join('Later'), { defer });
    await fresh.synced();
    expect(plain(fresh.doc)).toEqual(plain(first.client.doc));

    for (const { client } of replicas) client.leave();
    await server.stop();
    const store = await openStore({ kind: 'embedded', folder: server.folder });
    defer(() => store.close());
    const stored = new Y.Doc();
    const document = await store.loadDocument(`${meetup.detail.view.board}@1`);
    for (const update of document?.updates ?? []) Y.applyUpdate(stored, update);
    expect(plain(stored)).toEqual(plain(first.client.doc));
  },
  60_000,
);
