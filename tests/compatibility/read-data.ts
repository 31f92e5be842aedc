/** Everything a data folder holds, as plain JSON: to compare what one version reads with what another wrote. */
import { openStore } from '@ruimte/server/store/open-store';
import type { DocumentKey, Store } from '@ruimte/server/store/store';
import { readBoard } from '@ruimte/shared/projection/board';
import { BOARD_ROOTS, DESK_ROOTS, defineRoots, STAGE_ROOTS } from '@ruimte/shared/schema/document';
import { readStage } from '@ruimte/shared/schema/stage';
import * as Y from 'yjs';

async function loadDoc(store: Store, key: DocumentKey, roots: Parameters<typeof defineRoots>[1]) {
  const stored = await store.loadDocument(key);
  if (stored === undefined) throw new Error(`there is no document ${key}`);
  const doc = new Y.Doc();
  defineRoots(doc, roots);
  for (const update of stored.updates) Y.applyUpdate(doc, update);
  return { doc, clients: [...stored.clients].sort(([a], [b]) => a - b) };
}

/** Opens the folder as the server does, which brings it up to date, and reads all of it. */
export async function readData(folder: string): Promise<unknown> {
  const store = await openStore({ kind: 'embedded', folder });
  try {
    const meetups = [];
    for (const record of await store.listMeetups()) {
      const board = await loadDoc(store, `${record.board}@${record.generation}`, BOARD_ROOTS);
      const stage = await loadDoc(store, `${record.board}/stage@1`, STAGE_ROOTS);
      const { zones, notes, communities, votes, ratings } = readBoard(board.doc);
      const people = await store.listPeople(record.id);
      const desks = [];
      for (const { id } of people) {
        const key: DocumentKey = `${record.board}/desk/${id}@${record.generation}`;
        if ((await store.loadDocument(key)) === undefined) continue;
        const desk = await loadDoc(store, key, DESK_ROOTS);
        desks.push({ id, notes: [...readBoard(desk.doc).notes.values()] });
      }
      meetups.push({
        record,
        people,
        desks,
        counted: { votes, ratings },
        bin: await store.listBin(record.id),
        supplement: await store.listSupplement(record.id),
        board: { zones, notes: [...notes.values()], communities: [...communities.values()] },
        clients: board.clients,
        stage: readStage(stage.doc),
      });
    }
    const snapshots = [];
    for (const { id } of await store.listSnapshots()) {
      const snapshot = await store.findSnapshot(id);
      if (snapshot === undefined) throw new Error(`snapshot ${id} is listed and cannot be found`);
      const { state, projection, ...rest } = snapshot;
      snapshots.push({
        ...rest,
        bytes: state.byteLength,
        notes: [...projection.notes.values()],
        counted: { votes: projection.votes, ratings: projection.ratings },
      });
    }
    // Once through JSON: what is undefined and what is a map would otherwise differ from what was written down.
    return JSON.parse(JSON.stringify({ meetups, snapshots })) as unknown;
  } finally {
    await store.close();
  }
}
