/**
 * The board under attack: one built server as a process of its own, an honest person who goes on writing and another
 * who reads. One arena serves many attacks: one that spoils the server for the next has succeeded.
 */
import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import type { NoteId } from '@ruimte/shared/ids';
import type { NewSession } from '@ruimte/shared/protocol/api';
import type { DocumentKind } from '@ruimte/shared/protocol/document-name';
import { BOARD_ROOTS, rootOf } from '@ruimte/shared/schema/document';
import type * as Y from 'yjs';
import { openWire, shakeHands, type Wire } from '../attacker.ts';
import { layNote, textOf } from '../lay-note.ts';
import { prepareMeetup, type TestMeetup } from '../meetup.ts';
import { type ServerProcess, startServerProcess } from '../server-process.ts';
import { openStandard, type StandardClient } from '../standard-client.ts';
import { waitFor } from '../wait-for.ts';

/** Heap of the server in tests, MB: bombs that are kept anywhere end it. */
const HEAP_MB = 160;
const PATIENCE_MS = 15_000;

export interface Arena {
  readonly server: ServerProcess;
  readonly meetup: TestMeetup;
  /** An honest person whose words the attacker is after. */
  readonly victim: NewSession;
  readonly atVictim: StandardClient;
  /** The notes of honest people with their words. */
  readonly honest: ReadonlyMap<NoteId, string>;
  /** What the server has written to its log. */
  readonly output: () => string;
  join(): Promise<NewSession>;
  /** A ticket of this session, and the room it is for. */
  ticket(session: NewSession, kind?: DocumentKind): Promise<{ ticket: string; room: string }>;
  open(session: NewSession, options?: { kind?: DocumentKind; deflate?: boolean }): Promise<Wire>;
  /** A socket on any room with any ticket. */
  openAt(room: string, ticket: string, deflate?: boolean): Promise<Wire>;
  /** A socket below WebSocket, shaken hands with. */
  openRaw(session: NewSession): Promise<Socket>;
  /** Has the victim lay a note; resolves when the other has it. */
  pulse(): Promise<void>;
  /** Resolves when an honest note still arrives, the board opens for a newcomer, and no word was forged. */
  survives(): Promise<void>;
  /** Ends the sockets that attacks have left open. */
  tidy(): void;
  /** Resident memory of the server, MB. */
  memoryMb(): Promise<number>;
}

export interface ArenaOptions {
  readonly defer: (clean: () => Promise<void> | void) => void;
  /** The server runs as people run it: no small heap, no more in the log than usual. */
  readonly asShipped?: boolean;
}

/** Opens the arena; everything is taken down through `defer`. */
export async function openArena({ defer, asShipped = false }: ArenaOptions): Promise<Arena> {
  let output = '';
  const small = { LOG_LEVEL: 'trace', NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}` };
  const server = await startServerProcess({
    defer,
    onLog: (line) => (output += `${line}\n`),
    env: { PASSPHRASE: 'een bord voor iedereen', ...(asShipped ? { LOG_LEVEL: 'info' } : small) },
  });
  const meetup = await prepareMeetup(server);
  let people = 0;
  const join = (): Promise<NewSession> => meetup.join(`persoon ${(people += 1)}`);
  const [victim, other] = [await join(), await join()];
  const [atVictim, atOther] = [
    await openStandard(server, victim, { defer }),
    await openStandard(server, other, { defer }),
  ];
  await Promise.all([atVictim.synced(), atOther.synced()]);
  const honest = new Map<NoteId, string>();
  const pulse = async (): Promise<void> => {
    const text = `eerlijk ${honest.size}`;
    const id = layNote(atVictim.doc, victim, text);
    honest.set(id, text);
    await waitFor(`"${text}" to arrive`, () => textOf(atOther.doc, id) === text, PATIENCE_MS);
  };
  await pulse();
  const frame = frameOf(atVictim.doc);
  const ends: (() => void)[] = [];
  const ticket: Arena['ticket'] = async (session, kind = 'board') => {
    const ask = server.as(session.session);
    const generation = (await ask('session', {})).meetup?.generation ?? 1;
    return ask('ticket', { document: kind, generation });
  };
  const arena: Arena = {
    server,
    meetup,
    victim,
    atVictim,
    honest,
    output: () => output,
    join,
    ticket,
    pulse,
    open: async (session, { kind = 'board', deflate = false } = {}) => {
      const given = await ticket(session, kind);
      return arena.openAt(given.room, given.ticket, deflate);
    },
    openAt: async (room, given, deflate = false) => {
      const wire = await openWire(server, room, given, deflate);
      ends.push(() => wire.socket.terminate());
      return wire;
    },
    openRaw: async (session) => {
      const given = await ticket(session);
      const socket = await shakeHands(server, given.room, given.ticket);
      ends.push(() => void socket.destroy());
      return socket;
    },
    tidy: () => {
      for (const end of ends.splice(0)) end();
    },
    survives: async () => {
      arena.tidy();
      await pulse();
      const newcomer = await openStandard(server, await join(), { defer });
      await waitFor('the board to open', () => newcomer.provider.synced, PATIENCE_MS);
      const forged = forgeries(newcomer.doc, victim, honest);
      if (frameOf(newcomer.doc) !== frame) forged.push('what only the server writes');
      if (forged.length > 0) throw new Error(`forged: ${forged.join(', ')}`);
      newcomer.leave();
    },
    memoryMb: () => memoryMb(server.pid()),
  };
  return arena;
}

/** What only the server writes on a board, as text that can be compared. */
export function frameOf(doc: Y.Doc): string {
  return JSON.stringify(
    (['meta', 'zones', 'communities'] as const).map((root) => rootOf(doc, root).toJSON()),
  );
}

/** Notes of an honest person that are not theirs, or no longer theirs, and roots that no board has. */
export function forgeries(
  doc: Y.Doc,
  person: Pick<NewSession, 'participant'>,
  honest: ReadonlyMap<string, string>,
): string[] {
  const found: string[] = [];
  const notes = rootOf(doc, 'notes');
  for (const [id, text] of honest) {
    const now = notes.get(id)?.get('text');
    if (String(now) !== text) found.push(`"${text}" became "${String(now)}"`);
  }
  for (const [id, note] of notes) {
    if (note.get('author') === person.participant && !honest.has(id))
      found.push('words put in the mouth of an honest person');
  }
  for (const root of doc.share.keys()) {
    if (!BOARD_ROOTS.some((known) => known === root)) found.push(`a root ${root}`);
  }
  return found;
}

/** Resident memory of a process, MB. */
export async function memoryMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
