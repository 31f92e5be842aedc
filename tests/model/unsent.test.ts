import { RuimteError } from '@ruimte/shared/errors';
import { addNote, removeNotes } from '@ruimte/shared/schema/edits/notes';
import { describe, expect, it } from 'vitest';
import type { UnsentNote } from '@ruimte/client/model/meetup-model';
import { createMemoryStorage } from '@ruimte/client/model/storage';
import {
  allSaved,
  boardSeen,
  live,
  lost,
  openSmallPerson,
  refused,
  relayAsked,
  seenBy,
  textsOf,
  write,
} from '../support/small-person.ts';
import { ANNA, FIRST_ROUND, SECOND_ROUND, startSmallRelay, ZONE } from '../support/small-relay.ts';
import { until } from '../support/until.ts';

describe('a note', () => {
  it('is unsent until the server says it is durable', async () => {
    const relay = await startSmallRelay();
    relay.confirming(false);
    const anna = openSmallPerson(relay);
    await live(anna);
    write(anna, 'twijfel');
    expect(anna.model.unsent.get()).toMatchObject([
      { text: 'twijfel', state: 'sending', round: FIRST_ROUND },
    ]);
    const bram = openSmallPerson(relay, createMemoryStorage(), 'wall');
    await boardSeen(bram, ['twijfel']);
    expect(anna.model.unsent.get()).toHaveLength(1);
    relay.confirming(true);
    await allSaved(anna);
  });

  it('survives a page that vanished before anything was sent, and is laid once', async () => {
    const relay = await startSmallRelay();
    const anna = openSmallPerson(relay);
    await live(anna);
    relay.unplugged(true);
    await lost(anna);
    const id = write(anna, 'zonder net');
    anna.vanish();
    relay.unplugged(false);
    const again = openSmallPerson(relay, anna.storage);
    await boardSeen(again, ['zonder net']);
    await allSaved(again);
    expect(again.model.board.get().notes.get(id)?.text).toBe('zonder net');
  });

  it('is not laid again when it had arrived and only the answer was lost', async () => {
    const relay = await startSmallRelay();
    relay.confirming(false);
    const anna = openSmallPerson(relay);
    await live(anna);
    write(anna, 'aangekomen');
    await until(seenBy(relay), (texts) => texts.includes('aangekomen'), 'arriving');
    anna.vanish();
    const again = openSmallPerson(relay, anna.storage);
    await live(again);
    await allSaved(again);
    expect(textsOf(relay)).toEqual(['aangekomen']);
    expect(relay.asked.some(({ name }) => name === 'outbox')).toBe(false);
  });

  it('goes to the server to be marked late when the round it was typed in is over', async () => {
    const relay = await startSmallRelay();
    const anna = openSmallPerson(relay);
    await live(anna);
    relay.unplugged(true);
    await lost(anna);
    write(anna, 'te laat');
    anna.vanish();
    relay.setStage({ round: SECOND_ROUND, revision: 1 });
    relay.unplugged(false);
    const again = openSmallPerson(relay, anna.storage);
    await allSaved(again);
    await boardSeen(again, ['te laat']);
    expect([...again.model.board.get().notes.values()]).toMatchObject([{ round: FIRST_ROUND, late: true }]);
  });

  it('that the relay refuses is laid through the outbox from a fresh document', async () => {
    const relay = await startSmallRelay();
    const anna = openSmallPerson(relay);
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
    const anna = openSmallPerson(relay);
    await live(anna);
    relay.refuseWith('closed');
    const id = write(anna, 'veel te laat');
    const [entry] = (await refused(anna)) as readonly UnsentNote[];
    expect(entry).toMatchObject({ id, reason: 'tooLate', text: 'veel te laat' });
    const again = openSmallPerson(relay, anna.storage);
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
    const anna = openSmallPerson(relay);
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
    const anna = openSmallPerson(relay);
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
    const again = openSmallPerson(relay, anna.storage);
    expect(await refused(again)).toMatchObject([{ text: 'onmogelijk', reason: 'invalid' }]);
    expect(again.model.unsent.get()).toHaveLength(1);
  });

  it('that the server knows with older words keeps the newer ones until they are on the board', async () => {
    const relay = await startSmallRelay();
    const anna = openSmallPerson(relay);
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
    const again = openSmallPerson(relay, anna.storage);
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
    const anna = openSmallPerson(relay);
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
    const anna = openSmallPerson(relay);
    await live(anna);
    const id = write(anna, 'eerst');
    await allSaved(anna);
    relay.unplugged(true);
    await lost(anna);
    anna.model.actions.typeNote(id, 'eerst en daarna');
    anna.model.actions.endTyping(id);
    anna.vanish();
    relay.unplugged(false);
    const again = openSmallPerson(relay, anna.storage);
    await allSaved(again);
    expect(textsOf(relay)).toEqual(['eerst en daarna']);
  });

  it('that somebody removed meanwhile is not brought back by words typed into it', async () => {
    const relay = await startSmallRelay();
    const anna = openSmallPerson(relay);
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
    const again = openSmallPerson(relay, anna.storage);
    expect(await refused(again)).toMatchObject([{ text: 'eerst en daarna', reason: 'noteRemoved' }]);
    expect(textsOf(relay)).toEqual([]);
  });
});
