import { createId, type NoteId } from '@ruimte/shared/ids';
import { rootOf } from '@ruimte/shared/schema/document';
import { addNote, moveNotes } from '@ruimte/shared/schema/edits/notes';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createMemoryStorage } from '@ruimte/client/model/storage';
import { allSaved, live, openSmallPerson, seenBy, textsOf, write } from '../support/small-person.ts';
import { ANNA, FIRST_ROUND, startSmallRelay, ZONE } from '../support/small-relay.ts';
import { until } from '../support/until.ts';

describe('actions', () => {
  it('lay nothing that is empty, too long, or not allowed now', async () => {
    const relay = await startSmallRelay();
    const anna = openSmallPerson(relay);
    await live(anna);
    const { actions } = anna.model;
    expect(actions.addNote({ zone: ZONE, text: ' \n' })).toEqual({ ok: false, reason: 'empty' });
    expect(actions.addNote({ zone: ZONE, text: 'x'.repeat(121) })).toEqual({ ok: false, reason: 'tooLong' });
    relay.setStage({ lockedAt: Date.now(), revision: 1 });
    await until(anna.model.noWriting, (why) => why === 'locked', 'the lock');
    expect(actions.addNote({ zone: ZONE, text: 'toch' })).toEqual({ ok: false, reason: 'locked' });
    expect(anna.model.unsent.get()).toEqual([]);
  });

  it('of the wall do nothing', async () => {
    const relay = await startSmallRelay();
    const wall = openSmallPerson(relay, createMemoryStorage(), 'wall');
    await live(wall);
    expect(wall.model.actions.addNote({ zone: ZONE, text: 'scherm' })).toEqual({ ok: false, reason: 'role' });
    expect(wall.model.noWriting.get()).toBe('role');
  });

  it('lay notes beside each other', async () => {
    const relay = await startSmallRelay();
    const anna = openSmallPerson(relay);
    await live(anna);
    for (const text of ['een', 'twee', 'drie', 'vier']) write(anna, text);
    const columns = [...anna.model.board.get().notes.values()].map(({ x }) => Math.round(x / 236));
    expect(new Set(columns).size).toBe(3);
  });

  it('write letters that were waiting when the lock falls, and keep later ones as a draft', async () => {
    const relay = await startSmallRelay();
    const anna = openSmallPerson(relay);
    await live(anna);
    const id = write(anna, 'a');
    await allSaved(anna);
    anna.model.actions.typeNote(id, 'ab');
    anna.model.actions.typeNote(id, 'abc');
    relay.setStage({ lockedAt: Date.now(), revision: 1 });
    await until(seenBy(relay), (texts) => texts.includes('abc'), 'the last letter');
    await until(anna.model.noWriting, (why) => why === 'locked', 'the lock');
    anna.model.actions.typeNote(id, 'abcd');
    expect(anna.model.drafts.get(id)).toEqual({ text: 'abcd' });
    expect(textsOf(relay)).toEqual(['abc']);
  });

  it('remove a note whose field was left empty, and keep its words until then', async () => {
    const relay = await startSmallRelay();
    const anna = openSmallPerson(relay);
    await live(anna);
    const id = write(anna, 'weg');
    anna.model.actions.typeNote(id, '');
    expect(anna.model.board.get().notes.get(id)?.text).toBe('weg');
    anna.model.actions.endTyping(id);
    expect(anna.model.board.get().notes.has(id)).toBe(false);
    await allSaved(anna);
  });

  it('take away thousands of notes in steps that the gate takes', async () => {
    const relay = await startSmallRelay();
    const note = { zone: ZONE, x: 0, y: 0, text: 'veel', author: ANNA, community: '', at: 1 } as const;
    relay.board().transact(() => {
      for (let i = 0; i < 2_500; i += 1)
        addNote(relay.board(), { ...note, id: createId<NoteId>(), round: FIRST_ROUND }, 'server');
    });
    const anna = openSmallPerson(relay);
    await live(anna);
    const sizes: number[] = [];
    rootOf(relay.board(), 'notes').observe((event) => sizes.push(event.keysChanged.size));
    anna.model.actions.removeNotes([...anna.model.board.get().notes.keys()]);
    await until(seenBy(relay), (texts) => texts.length === 0, 'an empty board');
    expect(sizes).toEqual([1_000, 1_000, 500]);
  });

  it('undo a move that won from somebody else without losing the place of the note', async () => {
    const relay = await startSmallRelay();
    const anna = openSmallPerson(relay);
    await live(anna);
    const id = write(anna, 'heen en weer');
    await allSaved(anna);
    const { x, y } = anna.model.board.get().notes.get(id) ?? { x: -1, y: -1 };
    // Both orders of the two moves, so that each of them wins once.
    for (const client of [1, 2 ** 32 - 1]) {
      const other = new Y.Doc();
      Y.applyUpdate(other, Y.encodeStateAsUpdate(relay.board()));
      other.clientID = client;
      moveNotes(other, [{ id, zone: ZONE, x: 700, y: 300 }], 'user');
      const sign = `gezien ${client}`;
      addNote(
        other,
        {
          id: createId(),
          zone: ZONE,
          x: 0,
          y: 900,
          text: sign,
          author: ANNA,
          community: '',
          round: '',
          at: 1,
        },
        'user',
      );
      anna.model.actions.moveNotes([{ id, zone: ZONE, x: 400, y: 300 }]);
      Y.applyUpdate(relay.board(), Y.encodeStateAsUpdate(other));
      await until(
        anna.model.board,
        (board) => [...board.notes.values()].some(({ text }) => text === sign),
        'seeing the other move',
      );
      anna.model.actions.undo();
      const place = anna.model.board.get().notes.get(id);
      expect(place).toMatchObject({ x, y });
    }
  });

  it('undo and redo a note and its move as steps of their own', async () => {
    const relay = await startSmallRelay();
    const anna = openSmallPerson(relay);
    await live(anna);
    const { actions, board, undoable } = anna.model;
    const id = write(anna, 'heen en weer');
    actions.moveNotes([{ id, zone: ZONE, x: 400, y: 300 }]);
    actions.undo();
    expect(board.get().notes.get(id)?.x).not.toBe(400);
    actions.undo();
    expect(board.get().notes.size).toBe(0);
    expect(undoable.get()).toEqual({ undo: false, redo: true });
    actions.redo();
    actions.redo();
    expect(board.get().notes.get(id)).toMatchObject({ x: 400, text: 'heen en weer' });
    await allSaved(anna);
  });
});
