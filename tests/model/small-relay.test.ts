import { RuimteError } from '@ruimte/shared/errors';
import { createId, type NoteId } from '@ruimte/shared/ids';
import { readBoard } from '@ruimte/shared/projection/board';
import { rootOf } from '@ruimte/shared/schema/document';
import { addNote, moveNotes, removeNotes } from '@ruimte/shared/schema/edits/notes';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { MeetupModel, UnsentNote } from '@ruimte/client/model/meetup-model';
import { openMeetup } from '@ruimte/client/model/open-meetup';
import { createMemoryStorage, type KeyValue } from '@ruimte/client/model/storage';
import type { Surroundings } from '@ruimte/client/model/surroundings';
import {
  ANNA,
  FIRST_ROUND,
  SECOND_ROUND,
  type SmallRelay,
  startSmallRelay,
  ZONE,
} from '../support/small-relay.ts';
import { until } from '../support/until.ts';

interface Person {
  readonly model: MeetupModel;
  readonly storage: KeyValue;
  /** As when the lid closes: nothing is written any more. */
  vanish(): void;
  wake(): void;
}

function open(
  relay: SmallRelay,
  storage = createMemoryStorage(),
  role: 'participant' | 'wall' = 'participant',
): Person {
  const waking = new Set<() => void>();
  const surroundings: Surroundings = {
    onWake: (run) => {
      waking.add(run);
      return () => waking.delete(run);
    },
    onLeave: () => () => undefined,
    onStorage: () => () => undefined,
  };
  let gone = false;
  const model = openMeetup({
    session: relay.session(role),
    sessionSecret: 'geheim',
    callApi: relay.callApi,
    base: relay.base,
    storage: {
      getItem: storage.getItem,
      setItem: (key, value) => (gone ? undefined : storage.setItem(key, value)),
      removeItem: (key) => (gone ? undefined : storage.removeItem(key)),
    },
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    surroundings,
  });
  onTestFinished(() => model.close());
  return {
    model,
    storage,
    vanish: () => {
      gone = true;
      model.close();
    },
    wake: () => {
      for (const run of waking) run();
    },
  };
}

const live = ({ model }: Person) => until(model.connection, ({ state }) => state === 'live', 'being live');
const lost = ({ model }: Person) =>
  until(model.connection, ({ state }) => state === 'lost', 'losing the connection');
const allSaved = ({ model }: Person) =>
  until(model.unsent, (notes) => notes.length === 0, 'everything saved');
const refused = ({ model }: Person) =>
  until(
    model.unsent,
    (notes) => notes.length > 0 && notes.every(({ state }) => state === 'refused'),
    'refusal',
  );
const textsOf = (relay: SmallRelay): string[] =>
  [...readBoard(relay.board()).notes.values()].map(({ text }) => text).sort();
const boardSeen = ({ model }: Person, texts: readonly string[]) =>
  until(
    model.board,
    (board) =>
      [...board.notes.values()]
        .map(({ text }) => text)
        .sort()
        .join('|') === texts.join('|'),
    `seeing ${texts.join(', ')}`,
  );

function write(person: Person, text: string): NoteId {
  const added = person.model.actions.addNote({ zone: ZONE, text });
  if (!added.ok) throw new Error(`the note was not laid: ${added.reason}`);
  return added.id;
}

describe('a note', () => {
  it('is unsent until the server says it is durable', async () => {
    const relay = await startSmallRelay();
    relay.confirming(false);
    const anna = open(relay);
    await live(anna);
    write(anna, 'twijfel');
    expect(anna.model.unsent.get()).toMatchObject([
      { text: 'twijfel', state: 'sending', round: FIRST_ROUND },
    ]);
    const bram = open(relay, createMemoryStorage(), 'wall');
    await boardSeen(bram, ['twijfel']);
    expect(anna.model.unsent.get()).toHaveLength(1);
    relay.confirming(true);
    await allSaved(anna);
  });

  it('survives a page that vanished before anything was sent, and is laid once', async () => {
    const relay = await startSmallRelay();
    const anna = open(relay);
    await live(anna);
    relay.unplugged(true);
    await lost(anna);
    const id = write(anna, 'zonder net');
    anna.vanish();
    relay.unplugged(false);
    const again = open(relay, anna.storage);
    await boardSeen(again, ['zonder net']);
    await allSaved(again);
    expect(again.model.board.get().notes.get(id)?.text).toBe('zonder net');
  });

  it('is not laid again when it had arrived and only the answer was lost', async () => {
    const relay = await startSmallRelay();
    relay.confirming(false);
    const anna = open(relay);
    await live(anna);
    write(anna, 'aangekomen');
    await until(seenBy(relay), (texts) => texts.includes('aangekomen'), 'arriving');
    anna.vanish();
    const again = open(relay, anna.storage);
    await live(again);
    await allSaved(again);
    expect(textsOf(relay)).toEqual(['aangekomen']);
    expect(relay.asked.some(({ name }) => name === 'outbox')).toBe(false);
  });

  it('goes to the server to be marked late when the round it was typed in is over', async () => {
    const relay = await startSmallRelay();
    const anna = open(relay);
    await live(anna);
    relay.unplugged(true);
    await lost(anna);
    write(anna, 'te laat');
    anna.vanish();
    relay.setStage({ round: SECOND_ROUND, revision: 1 });
    relay.unplugged(false);
    const again = open(relay, anna.storage);
    await allSaved(again);
    await boardSeen(again, ['te laat']);
    expect([...again.model.board.get().notes.values()]).toMatchObject([{ round: FIRST_ROUND, late: true }]);
  });

  it('that the relay refuses is laid through the outbox from a fresh document', async () => {
    const relay = await startSmallRelay();
    const anna = open(relay);
    await live(anna);
    relay.refuseWith('locked');
    write(anna, 'net na het slot');
    await until(relayAsked(relay), (names) => names.includes('outbox'), 'asking the server');
    await allSaved(anna);
    await boardSeen(anna, ['net na het slot']);
    expect(textsOf(relay)).toEqual(['net na het slot']);
  });

  it('that nobody takes stays visible with the reason until it is dropped by hand', async () => {
    const relay = await startSmallRelay();
    relay.answerOutbox((entries) => entries.map(({ id }) => ({ id, outcome: 'refused', reason: 'tooLate' })));
    const anna = open(relay);
    await live(anna);
    relay.refuseWith('closed');
    const id = write(anna, 'veel te laat');
    const [entry] = (await refused(anna)) as readonly UnsentNote[];
    expect(entry).toMatchObject({ id, reason: 'tooLate', text: 'veel te laat' });
    const again = open(relay, anna.storage);
    expect(again.model.unsent.get()).toMatchObject([{ id, state: 'refused' }]);
    again.model.dropUnsent(id);
    expect(again.model.unsent.get()).toEqual([]);
  });

  it('of the trial does not get into the real meet-up, and is not lost silently', async () => {
    const relay = await startSmallRelay();
    relay.answerOutbox((entries) =>
      entries.map(({ id }) => ({ id, outcome: 'refused', reason: 'trialOver' })),
    );
    relay.confirming(false);
    const anna = open(relay);
    await live(anna);
    write(anna, 'proef');
    relay.moveOn();
    await until(
      anna.model.unsent,
      ([note]) => note?.reason === 'trialOver',
      'hearing that the trial is over',
    );
    await boardSeen(anna, []);
    write(anna, 'echt');
    const texts = await until(seenBy(relay), (seen) => seen.length > 0, 'the real note');
    expect(texts).toEqual(['echt']);
  });

  it('that makes the server refuse a whole request does not hold up the others', async () => {
    const relay = await startSmallRelay();
    const anna = open(relay);
    await live(anna);
    relay.unplugged(true);
    await lost(anna);
    write(anna, 'goed');
    write(anna, 'onmogelijk');
    write(anna, 'ook goed');
    anna.vanish();
    relay.setStage({ round: SECOND_ROUND, revision: 1 });
    relay.answerOutbox((entries) => {
      if (entries.some(({ text }) => text === 'onmogelijk'))
        throw new RuimteError('invalid', 'not understood');
      return entries.map(({ id }) => ({ id, outcome: 'late' }));
    });
    relay.unplugged(false);
    const again = open(relay, anna.storage);
    expect(await refused(again)).toMatchObject([{ text: 'onmogelijk', reason: 'invalid' }]);
    expect(again.model.unsent.get()).toHaveLength(1);
  });

  it('that the server knows with older words keeps the newer ones until they are on the board', async () => {
    const relay = await startSmallRelay();
    const anna = open(relay);
    await live(anna);
    relay.unplugged(true);
    await lost(anna);
    const id = write(anna, 'nieuwer');
    anna.vanish();
    // It had arrived over a line that was cut; this device has not been told yet.
    relay.setStage({ round: SECOND_ROUND, revision: 1 });
    relay.answerOutbox((entries) =>
      entries.map((entry) => ({ id: entry.id, outcome: 'known', onBoard: true })),
    );
    relay.unplugged(false);
    const again = open(relay, anna.storage);
    await live(again);
    await until(
      { get: () => relay.asked, subscribe: again.model.unsent.subscribe },
      (asked) => asked.some(({ name }) => name === 'outbox'),
      'asking the server',
    );
    await until(again.model.unsent, ([entry]) => entry?.state !== 'sending', 'the answer');
    const note = {
      id,
      zone: ZONE,
      x: 0,
      y: 0,
      text: 'ouder',
      author: ANNA,
      community: '' as const,
      round: FIRST_ROUND,
      at: 0,
    };
    addNote(relay.board(), note, 'server');
    await boardSeen(again, ['nieuwer']);
    await allSaved(again);
    expect(textsOf(relay)).toEqual(['nieuwer']);
  });

  it('that is removed by somebody else while words are typed into it leaves those words, with the reason', async () => {
    const relay = await startSmallRelay();
    const anna = open(relay);
    await live(anna);
    const id = write(anna, 'eerst');
    await allSaved(anna);
    anna.model.drafts.set(id, { text: 'eerst en daar', zone: ZONE });
    removeNotes(relay.board(), [id], 'server');
    expect(await refused(anna)).toMatchObject([{ id, text: 'eerst en daar', reason: 'noteRemoved' }]);
    expect(anna.model.drafts.get(id)).toBeUndefined();
  });

  it('that changed while the connection was away arrives with its newest text', async () => {
    const relay = await startSmallRelay();
    const anna = open(relay);
    await live(anna);
    const id = write(anna, 'eerst');
    await allSaved(anna);
    relay.unplugged(true);
    await lost(anna);
    anna.model.actions.typeNote(id, 'eerst en daarna');
    anna.model.actions.endTyping(id);
    anna.vanish();
    relay.unplugged(false);
    const again = open(relay, anna.storage);
    await allSaved(again);
    expect(textsOf(relay)).toEqual(['eerst en daarna']);
  });

  it('that somebody removed meanwhile is not brought back by words typed into it', async () => {
    const relay = await startSmallRelay();
    const anna = open(relay);
    await live(anna);
    const id = write(anna, 'eerst');
    await allSaved(anna);
    relay.unplugged(true);
    await lost(anna);
    anna.model.actions.typeNote(id, 'eerst en daarna');
    anna.model.actions.endTyping(id);
    anna.vanish();
    removeNotes(relay.board(), [id], 'server');
    relay.unplugged(false);
    const again = open(relay, anna.storage);
    expect(await refused(again)).toMatchObject([{ text: 'eerst en daarna', reason: 'noteRemoved' }]);
    expect(textsOf(relay)).toEqual([]);
  });
});

describe('a page that is opened while the server is away', () => {
  it('knows the round it was in, takes notes, and sends them by itself', async () => {
    const relay = await startSmallRelay();
    const anna = open(relay);
    await live(anna);
    anna.vanish();
    relay.unplugged(true);
    const again = open(relay, anna.storage);
    await lost(again);
    expect(again.model.stage.get().round).toBe(FIRST_ROUND);
    write(again, 'zonder server geschreven');
    expect(again.model.unsent.get()).toMatchObject([{ state: 'waiting', round: FIRST_ROUND }]);
    relay.unplugged(false);
    again.wake();
    await allSaved(again);
    expect(textsOf(relay)).toEqual(['zonder server geschreven']);
  });

  it('waits for the server where this device has never been before', async () => {
    const relay = await startSmallRelay();
    relay.unplugged(true);
    const anna = open(relay);
    expect(anna.model.noWriting.get()).toBe('beforeFirstRound');
    relay.unplugged(false);
    expect(await live(anna)).toEqual({ state: 'live' });
  });
});

describe('actions', () => {
  it('lay nothing that is empty, too long, or not allowed now', async () => {
    const relay = await startSmallRelay();
    const anna = open(relay);
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
    const wall = open(relay, createMemoryStorage(), 'wall');
    await live(wall);
    expect(wall.model.actions.addNote({ zone: ZONE, text: 'scherm' })).toEqual({ ok: false, reason: 'role' });
    expect(wall.model.noWriting.get()).toBe('role');
  });

  it('lay notes beside each other', async () => {
    const relay = await startSmallRelay();
    const anna = open(relay);
    await live(anna);
    for (const text of ['een', 'twee', 'drie', 'vier']) write(anna, text);
    const columns = [...anna.model.board.get().notes.values()].map(({ x }) => Math.round(x / 236));
    expect(new Set(columns).size).toBe(3);
  });

  it('write letters that were waiting when the lock falls, and keep later ones as a draft', async () => {
    const relay = await startSmallRelay();
    const anna = open(relay);
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
    const anna = open(relay);
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
    const anna = open(relay);
    await live(anna);
    const sizes: number[] = [];
    rootOf(relay.board(), 'notes').observe((event) => sizes.push(event.keysChanged.size));
    anna.model.actions.removeNotes([...anna.model.board.get().notes.keys()]);
    await until(seenBy(relay), (texts) => texts.length === 0, 'an empty board');
    expect(sizes).toEqual([1_000, 1_000, 500]);
  });

  it('undo a move that won from somebody else without losing the place of the note', async () => {
    const relay = await startSmallRelay();
    const anna = open(relay);
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
    const anna = open(relay);
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

describe('connecting', () => {
  it('carries a new ticket each time, never in the address', async () => {
    const relay = await startSmallRelay();
    const anna = open(relay);
    await live(anna);
    relay.closeAll(1012);
    await lost(anna);
    await live(anna);
    const tickets = relay.upgrades.map(({ protocols }) => protocols);
    expect(new Set(tickets).size).toBe(4);
    for (const { url, protocols } of relay.upgrades) {
      expect(url).not.toContain('ticket');
      expect(protocols).toMatch(/^ruimte\.1,\s*ticket\.\w+$/);
    }
  });

  it('keeps what is typed without a connection and sends it on waking up', async () => {
    const relay = await startSmallRelay();
    const anna = open(relay);
    await live(anna);
    relay.unplugged(true);
    await lost(anna);
    write(anna, 'onderweg');
    expect(anna.model.unsent.get()).toMatchObject([{ state: 'waiting' }]);
    relay.unplugged(false);
    anna.wake();
    await live(anna);
    await allSaved(anna);
    expect(textsOf(relay)).toEqual(['onderweg']);
  });

  it('notices a line that died without a word', async () => {
    const relay = await startSmallRelay();
    const anna = open(relay);
    await live(anna);
    relay.fallSilent();
    anna.wake();
    await lost(anna);
    expect(await live(anna)).toEqual({ state: 'live' });
  }, 15_000);

  it('is back within a second of waking when the line died while the page slept', async () => {
    const relay = await startSmallRelay();
    const anna = open(relay);
    await live(anna);
    relay.fallSilent();
    const woke = performance.now();
    anna.wake();
    await lost(anna);
    await live(anna);
    expect(performance.now() - woke).toBeLessThan(1_500);
  });

  it('ends when the session has ended, and keeps the words', async () => {
    const relay = await startSmallRelay();
    relay.confirming(false);
    relay.answerOutbox('signInNeeded');
    const anna = open(relay);
    await live(anna);
    write(anna, 'bewaard');
    relay.closeAll(4430);
    await until(anna.model.connection, ({ state }) => state === 'ended', 'the end');
    expect(await refused(anna)).toMatchObject([{ text: 'bewaard', reason: 'signInNeeded' }]);
  });

  it('shows people to each other again after the relay came back', async () => {
    const relay = await startSmallRelay();
    const [anna, bram] = [open(relay), open(relay)];
    await Promise.all([live(anna), live(bram)]);
    anna.model.setPresence({ zone: ZONE });
    await until(bram.model.others, (others) => others.some(({ zone }) => zone === ZONE), 'seeing Anna');
    relay.closeAll(1012);
    await until(bram.model.others, (others) => others.length === 0, 'seeing nobody');
    const [back] = await until(bram.model.others, (others) => others.length > 0, 'seeing Anna again');
    expect(back?.zone).toBe(ZONE);
  });
});

/** The texts on the relay's board, to wait for. */
function seenBy(relay: SmallRelay) {
  return {
    get: () => textsOf(relay),
    subscribe: (changed: () => void) => {
      const doc = relay.board();
      const notes = rootOf(doc, 'notes');
      notes.observeDeep(changed);
      return () => notes.unobserveDeep(changed);
    },
  };
}

/** What the relay was asked over HTTP, to wait for. */
function relayAsked(relay: SmallRelay) {
  return {
    get: () => relay.asked.map(({ name }) => name),
    subscribe: (changed: () => void) => {
      const timer = setInterval(changed, 5);
      return () => clearInterval(timer);
    },
  };
}
