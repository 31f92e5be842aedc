import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { authorOf } from './alias.ts';
import { createId, createSecret, isRandomId, type NoteId, type ParticipantId } from './ids.ts';

const person = { participant: createId<ParticipantId>(), secret: createSecret() };

test('with names the author of a note is the participant', () => {
  const { participant } = person;
  expect(authorOf({ participant }, createId<NoteId>())).toBe(participant);
});

test('without names every note has another author, the same one each time', () => {
  const notes = Array.from({ length: 200 }, () => createId<NoteId>());
  const aliases = notes.map((note) => authorOf(person, note));
  expect(new Set([person.participant, ...aliases]).size).toBe(201);
  expect(aliases.every(isRandomId)).toBe(true);
  expect(notes.map((note) => authorOf(person, note))).toEqual(aliases);
  expect(authorOf({ ...person, secret: createSecret() }, notes[0] as NoteId)).not.toBe(aliases[0]);
});

test('a browser comes to the same author as the server', async () => {
  // Node has a way of its own.
  const nodes = createRequire(import.meta.url).resolve('lib0/hash/sha256');
  const path = join(nodes, '../../hash/sha256.js');
  const browser = (await import(path)) as { digest(data: Uint8Array): Uint8Array };
  for (let index = 0; index < 200; index += 1) {
    const note = createId<NoteId>();
    const hash = createHash('sha256')
      .update(person.secret + note)
      .digest();
    expect(authorOf(person, note)).toBe(hash.toString('base64url').slice(0, 22));
    expect(Buffer.from(browser.digest(new TextEncoder().encode(person.secret + note)))).toEqual(hash);
  }
});
