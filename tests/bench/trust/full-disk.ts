/** A disk that is full: how long until every screen says so, and until all is well once there is room again. */
import { mountSmallDisk } from '../../support/small-disk.ts';
import { prepareMeetup } from '../../support/meetup.ts';
import { openPerson, type Person } from '../../support/person.ts';
import { startServerProcess } from '../../support/server-process.ts';
import { waitFor } from '../../support/wait-for.ts';
import { cleanUpAfter } from './clean-up.ts';
import type { Part } from './part.ts';

const PEOPLE = 20;
const LONG = 'een vol bord '.repeat(9);
const FULL_MS = 60_000;
const BACK_MS = 60_000;
/** So many notes fill the few pages a full disk still has. */
const MOST_NOTES = 9_000;

export const FULL_DISK: Part = {
  id: 'disk',
  title: 'full disk',
  run: () =>
    cleanUpAfter(async (defer) => {
      const disk = await mountSmallDisk(defer);
      if (disk === undefined) throw new Error('a small disk cannot be mounted here');
      const { folder } = disk;
      const server = await startServerProcess({ defer, folder, env: { LOG_LEVEL: 'silent' } });
      const meetup = await prepareMeetup(server);
      const people: Person[] = [];
      for (let number = 0; number < PEOPLE; number += 1) {
        people.push(openPerson(await meetup.join(`Deelnemer ${number}`), { url: server.url, defer }));
      }
      await Promise.all(people.map((person) => person.ready()));
      const [writer] = people;
      if (writer === undefined) throw new Error('nobody writes');
      // Each screen says it at its own moment, and one that lost its line is told when it is back.
      const told = new Set<Person>();
      for (const person of people) {
        const { connection } = person.model;
        connection.subscribe(() => {
          if (connection.get().state === 'notSaving') told.add(person);
        });
      }

      disk.fill();
      let laid = 0;
      let waitingSince = 0;
      await waitFor(
        'every screen to say that nothing is saved',
        () => {
          if (told.size === PEOPLE) return true;
          const writes = writer.model.connection.get().state === 'live' && laid < MOST_NOTES;
          if (writes) writer.lay(`${LONG}${(laid += 1)}`);
          // The oldest word that waits tells since when the disk was full.
          waitingSince = writer.model.unsent.get().length > 0 ? waitingSince || performance.now() : 0;
          return false;
        },
        FULL_MS,
      );
      if (waitingSince === 0) throw new Error('the screens spoke of a full disk before a word waited');
      const toldMs = performance.now() - waitingSince;

      await disk.free();
      const freed = performance.now();
      const allGoOn = (): boolean => people.every(({ model }) => model.connection.get().state === 'live');
      await waitFor('every screen to go on', allGoOn, BACK_MS);
      await waitFor('all words to be saved', () => writer.model.unsent.get().length === 0, BACK_MS);
      const back = performance.now() - freed;
      const everywhere = (): boolean =>
        people.every((person) => person.texts().length === writer.texts().length);
      await waitFor('every note on every screen', everywhere, BACK_MS);
      const lost = laid - writer.texts().length;
      return [
        {
          what: `full disk: from the first word that waits until ${PEOPLE} screens say so`,
          promise: 'at most 2 s',
          unit: 's',
          digits: 2,
          value: toldMs / 1000,
        },
        {
          what: 'full disk: from room again until all words are saved',
          promise: 'at most 10 s',
          unit: 's',
          digits: 2,
          value: back / 1000,
        },
        {
          what: 'full disk: notes that were lost',
          promise: 'none',
          unit: '%',
          digits: 2,
          value: (lost / laid) * 100,
        },
      ];
    }),
};
