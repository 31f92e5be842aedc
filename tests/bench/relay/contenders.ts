/** The servers under measurement, each in the configuration people run it in. */
import { fileURLToPath } from 'node:url';
import { createId, type ParticipantId } from '@ruimte/shared/ids';
import { type ServerChild, startChild } from './children.ts';
import type { Contender, Running, Setting } from './contender.ts';
import { installHocuspocus, installYWebsocket, type Peer } from './install-peers.ts';
import type { Dialect, Seat } from './job.ts';
import { OWN } from './own-contender.ts';

function freeSeats({ rooms, people }: Setting, dialect: Dialect): readonly Seat[] {
  return Array.from({ length: rooms * people }, (_, number) => {
    const room = `board${Math.floor(number / people)}`;
    const path = dialect === 'named' ? '/' : `/${room}`;
    return { room, path, author: createId<ParticipantId>(), community: '' };
  });
}

function openServer(
  about: Pick<Contender, 'id' | 'title' | 'keeps'> & { readonly dialect: Dialect; readonly settleMs: number },
  findPeer: () => Promise<Peer>,
  env: Readonly<Record<string, string>> = {},
): Contender {
  const { dialect } = about;
  let found: Promise<Peer> | undefined;
  return {
    ...about,
    async start(setting) {
      const { folder } = setting;
      found ??= findPeer();
      const { cwd, command } = await found;
      const begin = (port?: number): Promise<ServerChild> =>
        startChild(command, {
          folder,
          cwd,
          port,
          env: { ...env, DATA_DIR: folder, YPERSISTENCE: `${folder}/level` },
        });
      const seats = freeSeats(setting, dialect);
      const place = { dialect, syncs: about.keeps, seats };
      const restart: Running['restart'] = async ({ port, people }) => {
        const child = await begin(port);
        return { child, place: { ...place, port: child.port, seats: seats.slice(0, people) } };
      };
      const child = await begin();
      return { child, place: { ...place, port: child.port }, restart };
    },
  };
}

const bare = async (): Promise<Peer> => ({
  cwd: process.cwd(),
  command: [process.execPath, fileURLToPath(new URL('./serve-floor.js', import.meta.url))],
});

/** Hocuspocus stores ten seconds after the first change at the latest, LevelDB soon. */
const SETTLE_MS = 15_000;

export const CONTENDERS: readonly Contender[] = [
  OWN,
  openServer(
    { id: 'floor', title: 'bare broadcast (ws)', keeps: false, dialect: 'plain', settleMs: 0 },
    bare,
  ),
  openServer(
    { id: 'joined', title: 'bare, joined frames', keeps: false, dialect: 'plain', settleMs: 0 },
    bare,
    {
      JOINED: '1',
    },
  ),
  openServer(
    {
      id: 'y-websocket',
      title: 'y-websocket-server 0.1.1 + LevelDB',
      keeps: true,
      dialect: 'plain',
      settleMs: SETTLE_MS,
    },
    installYWebsocket,
  ),
  openServer(
    {
      id: 'hocuspocus3',
      title: 'Hocuspocus 3.4.4 + SQLite',
      keeps: true,
      dialect: 'named',
      settleMs: SETTLE_MS,
    },
    () => installHocuspocus('3.4.4'),
  ),
  openServer(
    {
      id: 'hocuspocus4',
      title: 'Hocuspocus 4.7.0 + SQLite',
      keeps: true,
      dialect: 'named',
      settleMs: SETTLE_MS,
    },
    () => installHocuspocus('4.7.0'),
  ),
];
