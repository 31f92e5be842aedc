/** How long a start takes with a thousand boards in the store. */
import { fileURLToPath } from 'node:url';
import { openStore } from '@ruimte/server/store/open-store';
import type { DocumentKey } from '@ruimte/server/store/store';
import { createId, type CommunityId, type NoteId, type ParticipantId } from '@ruimte/shared/ids';
import type { RoundId, ZoneId } from '@ruimte/shared/ids';
import { BOARD_ROOTS, defineRoots } from '@ruimte/shared/schema/document';
import { addNote } from '@ruimte/shared/schema/edits/notes';
import * as Y from 'yjs';
import { readUsage, startChild, withFolder } from '../relay/children.ts';
import { OWN_SERVER } from '../relay/own-contender.ts';
import { prepareMeetup, signIn } from '../relay/own-seats.ts';
import type { Part } from './part.ts';

const MAIN = fileURLToPath(import.meta.resolve('@ruimte/server/bundle/main'));
const BOARDS = 1_000;
const NOTES = 30;
/** Meet-ups that are prepared at once, and boards that are kept in one batch. */
const AT_ONCE = 20;

/** A board with some notes, as one update. */
function writeBoard(): Uint8Array {
  const doc = new Y.Doc();
  defineRoots(doc, BOARD_ROOTS);
  for (let number = 0; number < NOTES; number += 1) {
    const note = {
      id: createId<NoteId>(),
      zone: 'twijfel' as ZoneId,
      x: number * 20,
      y: number * 20,
      text: `kaartje ${number}`,
      author: createId<ParticipantId>(),
      community: '' as CommunityId | '',
      round: '' as RoundId | '',
      at: Date.now(),
    };
    addNote(doc, note, 'user');
  }
  return Y.encodeStateAsUpdate(doc);
}

/** Fills the folder by way of the interface, and the boards by way of the store. */
async function fillFolder(folder: string): Promise<void> {
  const server = await startChild([process.execPath, OWN_SERVER], { folder, env: { DATA_DIR: folder } });
  try {
    const base = `http://127.0.0.1:${server.port}`;
    const organiser = await signIn(base, folder);
    for (let from = 0; from < BOARDS; from += AT_ONCE) {
      const numbers = Array.from({ length: AT_ONCE }, (_, number) => from + number + 1);
      await Promise.all(numbers.map((number) => prepareMeetup(base, organiser, number)));
    }
  } finally {
    await server.stop();
  }
  const store = await openStore({ kind: 'embedded', folder });
  try {
    const meetups = await store.listMeetups();
    for (let from = 0; from < meetups.length; from += AT_ONCE) {
      const batch = meetups.slice(from, from + AT_ONCE).map(({ board, generation }) => {
        const document: DocumentKey = `${board}@${generation}`;
        return { kind: 'updates' as const, document, updates: [writeBoard()] };
      });
      await store.append(batch);
    }
  } finally {
    await store.close();
  }
}

export const START: Part = {
  id: 'start',
  title: 'start',
  run: () =>
    withFolder(async (folder) => {
      await fillFolder(folder);
      const started = performance.now();
      const server = await startChild([process.execPath, MAIN], { folder, env: { DATA_DIR: folder } });
      const value = (performance.now() - started) / 1000;
      try {
        const { rssMb } = await readUsage(server.pid);
        return [
          {
            what: `start with ${BOARDS} boards, until the port answers`,
            promise: 'at most 1 s',
            unit: 's',
            digits: 2,
            value,
          },
          { what: `memory after that start`, promise: '', unit: 'MB', digits: 0, value: rssMb },
        ];
      } finally {
        await server.stop();
      }
    }),
};
