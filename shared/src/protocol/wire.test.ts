import * as decoding from 'lib0/decoding';
import { expect, test } from 'vitest';
import { createId, createSecret, type BoardId, isRandomId, type ParticipantId } from '../ids.ts';
import { CLOSE_CODES, closeReason } from './close-codes.ts';
import { parseRoomName, toRoomName } from './document-name.ts';
import { encodeDurable, encodePong, encodeSaving, readOwnMessage } from './messages.ts';
import { parsePresence } from './presence.ts';

const board = createId<BoardId>();
const participant = createId<ParticipantId>();

test('room names are read back as they were made', () => {
  for (const name of [
    { kind: 'board', board } as const,
    { kind: 'stage', board } as const,
    { kind: 'desk', board, participant } as const,
  ]) {
    expect(parseRoomName(toRoomName(name))).toEqual(name);
  }
});

test.each(['', 'x', `${board}/`, `${board}/stage/x`, `${board}/desk`, `${board}/desk/../x`, `../${board}`])(
  'the room name "%s" means nothing',
  (room) => expect(parseRoomName(room)).toBeUndefined(),
);

test('our own messages are read back as they were made, and short ones are nothing', () => {
  for (const [bytes, message] of [
    [encodeDurable(123456, 42), { type: 'durable', clientId: 123456, clock: 42 }],
    [encodeSaving(false), { type: 'saving', saving: false }],
    [encodePong(1.5, 2.5), { type: 'pong', clientTime: 1.5, serverTime: 2.5 }],
  ] as const) {
    const decoder = decoding.createDecoder(bytes);
    expect(readOwnMessage(decoding.readVarUint(decoder), decoder)).toEqual(message);
    const short = decoding.createDecoder(bytes.slice(0, 1));
    expect(readOwnMessage(decoding.readVarUint(short), short)).toBeUndefined();
  }
});

test('close codes say by their range whether reconnecting helps', () => {
  for (const [reason, code] of Object.entries(CLOSE_CODES)) {
    expect(closeReason(code)).toBe(reason);
    expect(code === 1012 || (code >= 4400 && code < 4600)).toBe(true);
  }
  expect(closeReason(1006)).toBeUndefined();
});

test('presence is stamped by the server and keeps nothing that is not presence', () => {
  const note = createSecret();
  const state = {
    who: 'een ander',
    cursor: [1, 2],
    drag: { notes: [note], dx: 1, dy: 2 },
    selected: [note],
    unsent: 3,
    name: 'Juf',
  };
  expect(parsePresence(state, participant)).toEqual({
    who: participant,
    cursor: [1, 2],
    drag: { notes: [note], dx: 1, dy: 2 },
    selected: [note],
    unsent: 3,
  });
  expect(
    parsePresence({ cursor: [Number.NaN, 1], unsent: -1, selected: [1], drag: { notes: ['x'] } }, ''),
  ).toEqual({
    who: '',
  });
  expect(parsePresence('tekst', participant)).toBeUndefined();
});

test('ids are random, url-safe and 22 characters long', () => {
  const ids = new Set(Array.from({ length: 1000 }, () => createSecret()));
  expect(ids.size).toBe(1000);
  for (const id of ids) expect(isRandomId(id)).toBe(true);
});
