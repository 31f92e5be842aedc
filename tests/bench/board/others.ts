/** Fifty people in a process of their own: each moves a pointer twenty times a second, and one of them moves a note. */
import { callApi } from '@ruimte/client/model/api';
import type { Rect } from '@ruimte/shared/geometry';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import type { NewSession } from '@ruimte/shared/protocol/api';
import { moveNotes } from '@ruimte/shared/schema/edits/notes';
import { openStandard } from '../../support/standard-client.ts';
import { waitFor } from '../../support/wait-for.ts';
import { takeSeats } from '../relay/own-seats.ts';
import { RawSocket } from '../relay/raw-socket.ts';
import { encodePresence, toClientFrame } from '../relay/wire.ts';

export interface OthersJob {
  readonly url: string;
  readonly port: number;
  readonly people: readonly NewSession[];
  /** The part of the board in which they move, board units. */
  readonly view: Rect;
  /** Notes that are moved in turn, with where they lie in their zone. */
  readonly moved: readonly {
    readonly id: string;
    readonly zone: string;
    readonly x: number;
    readonly y: number;
  }[];
}

const EVERY_MS = 50;

async function play({ url, port, people, view, moved }: OthersJob): Promise<void> {
  const [mover] = people;
  if (mover === undefined) throw new Error('nobody is here');
  const client = await openStandard(
    {
      url,
      as: (session?: string) => (name, request) => callApi(name, request, { base: url, session }),
    },
    mover,
    { defer: () => undefined },
  );
  await waitFor('the first sync', () => client.provider.synced, 30_000);
  const seats = await takeSeats(url, people);
  const sockets = seats.map((seat, person) => ({
    person,
    room: seat.room,
    client: Math.floor(Math.random() * 2 ** 31),
    socket: new RawSocket(port, seat.path, seat.protocol),
  }));
  await Promise.all(sockets.map(({ socket }) => socket.opened));
  let turn = 0;
  setInterval(() => {
    turn += 1;
    for (const { person, room, client: id, socket } of sockets) {
      const x = Math.round(view.x + view.w * (0.5 + 0.45 * Math.sin(turn / 20 + person)));
      const y = Math.round(view.y + view.h * (0.5 + 0.45 * Math.cos(turn / 23 + person * 2)));
      const presence = JSON.stringify({ who: '', cursor: [x, y] });
      socket.send(toClientFrame(encodePresence('plain', room, id, turn, presence)));
    }
    const note = moved[turn % moved.length];
    if (note === undefined) return;
    const [x, y] = [note.x + 8 * Math.sin(turn), note.y + 8 * Math.cos(turn)];
    moveNotes(client.doc, [{ id: note.id as NoteId, zone: note.zone as ZoneId, x, y }], 'user');
  }, EVERY_MS);
  process.send?.('ready');
}

process.once('message', (job: OthersJob) => {
  play(job).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  });
});
process.once('disconnect', () => process.exit(1));
