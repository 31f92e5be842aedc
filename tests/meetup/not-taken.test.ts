import type { Command } from '@ruimte/shared/facilitation/commands';
import { latestSheets, tallyDots } from '@ruimte/shared/facilitation/tally';
import type { RoundId } from '@ruimte/shared/ids';
import { createMemoryStore } from '@ruimte/server/store/memory-store';
import type { Store } from '@ruimte/server/store/store';
import { StoreError } from '@ruimte/server/store/store-error';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { layNote } from '../support/lay-note.ts';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { openStandard } from '../support/standard-client.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';

/** A store that can hold up the reading of a document, and say of what is written meanwhile that it can never be kept. */
function createStubbornStore() {
  const memory = createMemoryStore();
  let held: Promise<void> | undefined;
  let reached = (): void => undefined;
  const store: Store = {
    ...memory,
    append: async (batch) => {
      const refused = held !== undefined && batch.some(({ kind }) => kind === 'updates');
      if (refused) throw new StoreError('impossible', 'this can never be kept');
      return memory.append(batch);
    },
    loadDocument: async (document) => {
      if (held !== undefined) reached();
      await held;
      return memory.loadDocument(document);
    },
  };
  return {
    store,
    /** Holds up what is read from now on. @returns when something is being held up, and what lets it go on. */
    hold: () => {
      let release = (): void => undefined;
      const isHeld = new Promise<void>((resolve) => (reached = resolve));
      held = new Promise((resolve) => (release = resolve));
      return {
        isHeld,
        release: () => {
          held = undefined;
          release();
        },
      };
    },
  };
}

interface Hall {
  readonly server: TestServer;
  readonly store: ReturnType<typeof createStubbornStore>;
  readonly meetup: TestMeetup;
  readonly noor: Person;
}

async function begin(format: string, round: string): Promise<Hall> {
  const store = createStubbornStore();
  const server = await startServer({ defer, store: store.store });
  const meetup = await prepareMeetup(server, { format, round });
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  return { server, store, meetup, noor };
}

/** Gives a command while the board loses what a facilitator writes, after it was opened for what the command does. */
async function commandWhileLost({ server, store, meetup }: Hall, command: Command): Promise<void> {
  // A desk nobody has opened yet: the server reads it after the board.
  await meetup.join('Tom');
  const facilitator = await openStandard(server, meetup.facilitator, { defer });
  await facilitator.synced();
  const { isHeld, release } = store.hold();
  const answer = meetup.command(command).catch((error: unknown) => error);
  await isHeld;
  layNote(facilitator.doc, meetup.facilitator, 'hier gaat het mis');
  await facilitator.closed;
  facilitator.leave();
  release();
  expect(await answer).toMatchObject({ code: 'internal' });
}

test('[V11] a reveal the board does not take has not happened: the notes lie on their desks, and the same command turns them later', async () => {
  const hall = await begin('orienteren', 'zo-sta-ik-erin');
  const { meetup, noor } = hall;
  await waitFor('the desk', () => noor.model.sheet.get() === 'desk');
  const id = noor.lay('nog even van mij', 'plek');
  await noor.saved();
  await waitFor('the note to be told of', () => noor.model.written.get().size === 1);

  const reveal = {
    type: 'goToRound',
    round: 'naast-elkaar' as RoundId,
    fromRevision: noor.model.stage.get().revision,
  } as const;
  await commandWhileLost(hall, reveal);

  await noor.ready();
  expect(noor.model.stage.get()).toMatchObject({ round: 'zo-sta-ik-erin', sealed: ['zo-sta-ik-erin'] });
  expect(noor.model.onDesk(id)).toBe(true);
  await meetup.command(reveal);
  await waitFor('the note on the board', () => noor.texts().includes('nog even van mij'));
  await waitFor('an empty desk', () => !noor.model.onDesk(id));
});

test('[V11] dots the board does not take stay with who gave them, and are counted by the same command later', async () => {
  const hall = await begin('leren-van-elkaar', 'wensen');
  const { meetup, noor } = hall;
  await waitFor('the round to take notes', () => noor.model.noWriting.get() === undefined);
  const note = noor.lay('ruilen', 'programma');
  await noor.saved();
  await meetup.goTo('stippen');
  await waitFor('dots to give', () => noor.model.marking.get()?.dots !== undefined);
  await waitFor('the dots to be given', () => noor.model.actions.setDots(note, 2));
  await waitFor('the dots to be saved', () => noor.model.ownMarks.get().saved);

  await commandWhileLost(hall, { type: 'count' });

  await noor.ready();
  expect(noor.model.stage.get()).toMatchObject({ round: 'stippen', counted: false });
  expect(noor.model.ownMarks.get().votes.get(note)).toBe(2);
  await meetup.command({ type: 'count' });
  await waitFor('the count', () => tallyDots(latestSheets(noor.model.board.get().votes)).get(note) === 2);
});
