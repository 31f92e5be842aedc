import type { NoteId } from '@ruimte/shared/ids';
import { BOARD_ROOTS, defineRoots } from '@ruimte/shared/schema/document';
import { addNote, setNoteText } from '@ruimte/shared/schema/edits/notes';
import type { ParticipantId, ZoneId } from '@ruimte/shared/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { DEVICE_TIMERS } from './timers.ts';
import { createTyping } from './typing.ts';

const ID = 'notenotenotenotenote_1' as NoteId;

describe('typing', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('writes the first letter at once and then the newest text five times a second', () => {
    const written: string[] = [];
    const typing = createTyping(DEVICE_TIMERS, (_, text) => written.push(text));
    for (const letters of [1, 2, 3, 4, 5]) {
      typing.type(ID, 'x'.repeat(letters));
      vi.advanceTimersByTime(90);
    }
    vi.advanceTimersByTime(200);
    expect(written).toEqual(['x', 'xxx', 'xxxxx']);
  });

  it('writes what is waiting when it is told to, and not again', () => {
    const written: string[] = [];
    const typing = createTyping(DEVICE_TIMERS, (_, text) => written.push(text));
    typing.type(ID, 'a');
    typing.type(ID, 'ab');
    typing.flush();
    vi.advanceTimersByTime(1_000);
    expect(written).toEqual(['a', 'ab']);
  });

  it.each(['ruimt', 'uimte', 'e', 'ru\u{1f333}', '\u{1f333}', 'rte'])(
    'moves the clock of the writer also when letters only go, down to %j',
    (text) => {
      const doc = new Y.Doc();
      defineRoots(doc, BOARD_ROOTS);
      const author = 'annaannaannaannaanna_1' as ParticipantId;
      const note = {
        id: ID,
        zone: 'kind' as ZoneId,
        x: 0,
        y: 0,
        author,
        community: '',
        round: '',
        at: 1,
      } as const;
      addNote(doc, { ...note, text: 'ru\u{1f333}imte' }, 'user');
      setNoteText(doc, ID, text, 'typing');
      const before = Y.getState(doc.store, doc.clientID);
      setNoteText(doc, ID, text.slice(0, -2) || 'u', 'typing');
      expect(Y.getState(doc.store, doc.clientID)).toBeGreaterThan(before);
      expect((doc.getMap('notes').get(ID) as Y.Map<unknown>).get('text')?.toString()).toBe(
        text.slice(0, -2) || 'u',
      );
    },
  );
});
