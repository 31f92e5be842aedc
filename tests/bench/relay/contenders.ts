/** The servers under measurement, each in the configuration people run it in. */
import { fileURLToPath } from 'node:url';
import { createId, type ParticipantId } from '@ruimte/shared/ids';
import type { NewSession } from '@ruimte/shared/protocol/api';
import { type ServerChild, startChild } from './children.ts';
import { installHocuspocus, installYWebsocket, type Peer } from './install-peers.ts';
import type { Dialect, Place, Seat } from './job.ts';
import { letPeopleIn, takeSeats } from './own-seats.ts';

export const CONTENDER_IDS = [
  'ruimte',
  'floor',
  'joined',
  'y-websocket',
  'hocuspocus3',
  'hocuspocus4',
] as const;
export type ContenderId = (typeof CONTENDER_IDS)[number];

/** A started server with the crowd's places on it. */
export interface Running {
  readonly child: ServerChild;
  readonly place: Place;
  /** Starts again on the same folder; the first person's place on it. */
  restart(): Promise<{ readonly child: ServerChild; readonly place: Place }>;
}

export interface Setting {
  readonly folder: string;
  readonly rooms: number;
  readonly people: number;
  /** Whether limits per person are lifted, where there are any. */
  readonly raised: boolean;
}

export interface Contender {
  readonly id: ContenderId;
  readonly title: string;
  /** Whether it keeps anything: the floors do not, and have no cold open. */
  readonly keeps: boolean;
  /** Milliseconds after the last person left until it has tidied up on disk. */
  readonly settleMs: number;
  start(setting: Setting): Promise<Running>;
}

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const ruimte: Contender = {
  id: 'ruimte',
  title: 'Ruimte',
  keeps: true,
  // A board nobody has open leaves memory after a minute, and is rewritten then.
  settleMs: 75_000,
  async start({ folder, rooms, people, raised }) {
    const begin = (lifted: boolean): Promise<ServerChild> =>
      startChild([process.execPath, fileOf('./serve-own.js')], {
        folder,
        env: { DATA_DIR: folder, RAISED: lifted ? '1' : '0' },
      });
    const baseOf = ({ port }: ServerChild): string => `http://127.0.0.1:${port}`;
    const placeOf = async (child: ServerChild, sessions: readonly NewSession[]): Promise<Place> => ({
      port: child.port,
      dialect: 'plain',
      syncs: true,
      seats: await takeSeats(baseOf(child), sessions),
    });
    const child = await begin(raised);
    const sessions = await letPeopleIn(baseOf(child), folder, rooms, people);
    const restart: Running['restart'] = async () => {
      const again = await begin(false);
      return { child: again, place: await placeOf(again, sessions.slice(0, 1)) };
    };
    return { child, place: await placeOf(child, sessions), restart };
  },
};

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
      const begin = (): Promise<ServerChild> =>
        startChild(command, {
          folder,
          cwd,
          env: { ...env, DATA_DIR: folder, YPERSISTENCE: `${folder}/level` },
        });
      const seats = freeSeats(setting, dialect);
      const place = { dialect, syncs: about.keeps, seats };
      const restart: Running['restart'] = async () => {
        const child = await begin();
        return { child, place: { ...place, port: child.port, seats: seats.slice(0, 1) } };
      };
      const child = await begin();
      return { child, place: { ...place, port: child.port }, restart };
    },
  };
}

const bare = async (): Promise<Peer> => ({
  cwd: process.cwd(),
  command: [process.execPath, fileOf('./serve-floor.js')],
});

/** Hocuspocus stores ten seconds after the first change at the latest, LevelDB soon. */
const SETTLE_MS = 15_000;

export const CONTENDERS: readonly Contender[] = [
  ruimte,
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
