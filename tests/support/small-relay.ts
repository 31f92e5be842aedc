/**
 * A relay of one meet-up for the tests of the model: real sockets, the real wire, no checks and no disk.
 * What it does not know how to do it does when the test says so: confirm, refuse, fall silent, move on.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ErrorCode, RuimteError } from '@ruimte/shared/errors';
import type { BoardId, CommunityId, MeetupId, ParticipantId, RoundId, ZoneId } from '@ruimte/shared/ids';
import type { MeetupView, SessionView } from '@ruimte/shared/protocol/api';
import { CLOSE_CODES, type CloseReason } from '@ruimte/shared/protocol/close-codes';
import { encodeDurable, encodePong, MESSAGE } from '@ruimte/shared/protocol/messages';
import type { OutboxEntry, OutboxResult } from '@ruimte/shared/protocol/outbox';
import { BOARD_ROOTS, defineRoots, STAGE_ROOTS } from '@ruimte/shared/schema/document';
import { layBoard } from '@ruimte/shared/schema/edits/layout';
import { addNote } from '@ruimte/shared/schema/edits/notes';
import { FIRST_STAGE, readStage, type Stage, writeStage } from '@ruimte/shared/schema/stage';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { onTestFinished } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import type { CallApi } from '@ruimte/client/model/call';

export const BOARD = 'boardboardboardboard_1' as BoardId;
export const ANNA = 'annaannaannaannaanna_1' as ParticipantId;
export const ZONE = 'twijfel' as ZoneId;
export const FIRST_ROUND = 'rondgang' as RoundId;
export const SECOND_ROUND = 'nabeschouwing' as RoundId;
const TEXT = { nl: 'tekst', en: 'text' };

function createMeetupView(generation: number): MeetupView {
  const round = {
    title: TEXT,
    instruction: TEXT,
    minutes: 10,
    show: 'name',
    write: 'open',
    focus: 'all',
  } as const;
  return {
    id: 'meetupmeetupmeetup___1' as MeetupId,
    board: BOARD,
    generation,
    title: 'Aftrap',
    date: '2026-11-22',
    locale: 'nl',
    status: 'open',
    form: 0,
    shows: 'names',
    format: { id: 'vrij-associeren' as MeetupView['format']['id'], title: TEXT, purpose: TEXT },
    layout: 'nine-spaces',
    rounds: [
      { ...round, id: FIRST_ROUND },
      { ...round, id: SECOND_ROUND },
    ],
    zones: [],
    previous: null,
  };
}

interface Client {
  readonly socket: WebSocket;
  readonly room: string;
  readonly doc: Y.Doc;
  /** The last presence it showed. */
  presence?: Buffer;
  /** Client ids that came in over this socket and are not confirmed yet. */
  readonly unconfirmed: Set<number>;
}

export interface SmallRelay {
  readonly base: string;
  readonly callApi: CallApi;
  session(role?: SessionView['role']): SessionView & { readonly meetup: MeetupView };
  board(): Y.Doc;
  stage(): Stage;
  setStage(change: Partial<Stage>): void;
  /** Whether what comes in is confirmed at once; switched on it confirms what waited. */
  confirming(on: boolean): void;
  /** Refuses the next update on the board with this reason, and all later ones until told otherwise. */
  refuseWith(reason: CloseReason | undefined): void;
  /** Stops reading and answering on open sockets, without closing them: a line that died. */
  fallSilent(): void;
  /** Stops reading open sockets, and reads on: a line that was only slow. */
  hold(on: boolean): void;
  closeAll(code: number): void;
  /** While set, asking and connecting fail as without a network. */
  unplugged(on: boolean): void;
  /** A new, empty generation of the board. */
  moveOn(): void;
  /** What the outbox endpoint answers; default: lays the notes. */
  answerOutbox(
    answer: ((entries: readonly OutboxEntry[]) => readonly OutboxResult[]) | ErrorCode | undefined,
  ): void;
  readonly asked: { readonly name: string; readonly request: unknown }[];
  readonly upgrades: { readonly url: string; readonly protocols: string }[];
}

/** Starts a relay on a free port; it ends with the test. */
export async function startSmallRelay(): Promise<SmallRelay> {
  let generation = 1;
  let confirm = true;
  let refusal: CloseReason | undefined;
  let silent = false;
  let offline = false;
  let outboxAnswer: ((entries: readonly OutboxEntry[]) => readonly OutboxResult[]) | ErrorCode | undefined;
  const docs = new Map<string, Y.Doc>();
  const clients = new Set<Client>();
  const asked: { name: string; request: unknown }[] = [];
  const upgrades: { url: string; protocols: string }[] = [];
  const tickets = new Map<string, number>();

  function docOf(room: string): Y.Doc {
    const key = room.endsWith('/stage') ? room : `${room}@${generation}`;
    const known = docs.get(key);
    if (known !== undefined) return known;
    const doc = new Y.Doc();
    docs.set(key, doc);
    defineRoots(doc, room.endsWith('/stage') ? STAGE_ROOTS : BOARD_ROOTS);
    if (room.endsWith('/stage')) writeStage(doc, { ...FIRST_STAGE, status: 'open', round: FIRST_ROUND });
    else {
      layBoard(
        doc,
        [{ id: ZONE, kind: 'free', title: TEXT, tint: 1, col: 0, row: 0, colSpan: 1, rowSpan: 1 }],
        [],
      );
    }
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      const message = encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.sync);
        sync.writeUpdate(encoder, update);
      });
      for (const client of clients) if (client.doc === doc && client !== origin) client.socket.send(message);
    });
    return doc;
  }
  const encode = (write: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(write);

  function confirmNow(client: Client): void {
    const { store } = client.doc;
    for (const id of client.unconfirmed) client.socket.send(encodeDurable(id, Y.getState(store, id)));
    client.unconfirmed.clear();
  }

  function receive(client: Client, data: Buffer): void {
    if (silent) return;
    const decoder = decoding.createDecoder(new Uint8Array(data));
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.ping)
      return client.socket.send(encodePong(decoding.readFloat64(decoder), Date.now()));
    if (type === MESSAGE.awareness) {
      client.presence = data;
      for (const other of clients)
        if (other !== client && other.room === client.room) other.socket.send(data);
      return;
    }
    if (type !== MESSAGE.sync) return;
    const { doc } = client;
    const kind = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder);
    if (kind === sync.messageYjsSyncStep1) {
      client.socket.send(
        encode((encoder) => {
          encoding.writeVarUint(encoder, MESSAGE.sync);
          sync.writeSyncStep2(encoder, doc, body);
        }),
      );
      return;
    }
    const { to } = Y.parseUpdateMeta(body);
    const news = [...to].filter(([id, clock]) => clock > Y.getState(doc.store, id));
    if (refusal !== undefined && news.length > 0) return client.socket.close(CLOSE_CODES[refusal], refusal);
    Y.applyUpdate(doc, body, client);
    for (const [id] of to) client.unconfirmed.add(id);
    if (confirm) confirmNow(client);
  }

  const server = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    verifyClient: () => !offline,
    handleProtocols: (offered) => [...offered][0] ?? false,
  });
  server.on('connection', (socket, request) => {
    const room = (request.url ?? '').slice('/ws/'.length);
    const protocols = String(request.headers['sec-websocket-protocol']);
    upgrades.push({ url: request.url ?? '', protocols });
    const ticket = /ticket\.(\w+)/.exec(protocols)?.[1] ?? '';
    const bought = tickets.get(ticket);
    tickets.delete(ticket);
    if (bought === undefined) return socket.close(CLOSE_CODES.ticket);
    if (bought !== generation && !room.endsWith('/stage')) return socket.close(CLOSE_CODES.oldGeneration);
    const client: Client = { socket, room, doc: docOf(room), unconfirmed: new Set() };
    for (const { room: theirs, presence } of clients) if (theirs === room && presence) socket.send(presence);
    clients.add(client);
    socket.on('message', (data) => receive(client, data as Buffer));
    socket.on('close', () => clients.delete(client));
    socket.send(
      encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.sync);
        sync.writeSyncStep1(encoder, client.doc);
      }),
    );
  });
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  });

  function layAll(entries: readonly OutboxEntry[]): readonly OutboxResult[] {
    const author = ANNA;
    return entries.map(({ id, zone, text, round, typedAt }) => {
      const note = {
        id,
        zone,
        text,
        round,
        author,
        community: '' as CommunityId | '',
        x: 0,
        y: 0,
        at: typedAt,
      };
      const isNew = addNote(docOf(BOARD), { ...note, late: true }, 'server');
      return { id, outcome: isNew ? 'late' : 'known' };
    });
  }

  const session: SmallRelay['session'] = (role = 'participant') => ({
    role,
    participant: role === 'wall' ? null : ANNA,
    name: 'Anna',
    community: '',
    meetup: createMeetupView(generation),
    now: Date.now(),
  });

  async function answer(name: string, request: unknown): Promise<unknown> {
    asked.push({ name, request });
    if (offline) throw new Error('no network');
    switch (name) {
      case 'session':
        return session();
      case 'ticket': {
        const wanted = request as { document: string; generation: number };
        const ticket = `t${asked.length}`;
        tickets.set(ticket, wanted.generation);
        return { ticket, room: wanted.document === 'board' ? BOARD : `${BOARD}/stage`, generation };
      }
      case 'outbox': {
        const { entries } = request as { entries: readonly OutboxEntry[] };
        if (typeof outboxAnswer === 'string') throw new RuimteError(outboxAnswer, 'as the test says');
        return { results: (outboxAnswer ?? layAll)(entries) };
      }
      default:
        return { revision: 1, now: Date.now() };
    }
  }

  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    callApi: answer as CallApi,
    session,
    board: () => docOf(BOARD),
    stage: () => readStage(docOf(`${BOARD}/stage`)),
    setStage: (change) => {
      const doc = docOf(`${BOARD}/stage`);
      writeStage(doc, { ...readStage(doc), ...change });
    },
    confirming: (on) => {
      confirm = on;
      if (on) for (const client of clients) confirmNow(client);
    },
    refuseWith: (reason) => (refusal = reason),
    fallSilent: () => {
      silent = true;
      server.once('connection', () => (silent = false));
    },
    hold: (on) => {
      for (const { socket } of clients) {
        if (on) socket.pause();
        else socket.resume();
      }
    },
    closeAll: (code) => {
      for (const { socket } of clients) socket.close(code);
    },
    unplugged: (on) => {
      offline = on;
      if (on) for (const { socket } of clients) socket.terminate();
    },
    moveOn: () => {
      generation += 1;
      for (const client of clients) if (client.room === BOARD) client.socket.close(CLOSE_CODES.oldGeneration);
    },
    answerOutbox: (next) => (outboxAnswer = next),
    asked,
    upgrades,
  };
}
