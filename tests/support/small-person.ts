/** Somebody on a small relay, without a screen: the model of the client, its storage, and what one waits for. */
import type { NoteId } from '@ruimte/shared/ids';
import { readBoard } from '@ruimte/shared/projection/board';
import { rootOf } from '@ruimte/shared/schema/document';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { MeetupModel } from '@ruimte/client/model/meetup-model';
import { openMeetup } from '@ruimte/client/model/open-meetup';
import { createMemoryStorage, type KeyValue } from '@ruimte/client/model/storage';
import type { Surroundings } from '@ruimte/client/model/surroundings';
import { type SmallRelay, ZONE } from './small-relay.ts';
import { until } from './until.ts';

export interface SmallPerson {
  readonly model: MeetupModel;
  readonly storage: KeyValue;
  /** As when the lid closes: nothing is written any more. */
  vanish(): void;
  wake(): void;
}

/** Opens the meet-up as somebody; it is closed when the test ends. @param storage - of a device that was there before. */
export function openSmallPerson(
  relay: SmallRelay,
  storage = createMemoryStorage(),
  role: 'participant' | 'wall' = 'participant',
): SmallPerson {
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

/** Resolves when the model says that the connection is live. */
export const live = ({ model }: SmallPerson) =>
  until(model.connection, ({ state }) => state === 'live', 'being live');

/** Resolves when the model says that the connection is lost. */
export const lost = ({ model }: SmallPerson) =>
  until(model.connection, ({ state }) => state === 'lost', 'losing the connection');

/** Resolves when no own words wait any more. */
export const allSaved = ({ model }: SmallPerson) =>
  until(model.unsent, (notes) => notes.length === 0, 'everything saved');

/** Resolves with the own words that wait once all of them were refused. */
export const refused = ({ model }: SmallPerson) =>
  until(
    model.unsent,
    (notes) => notes.length > 0 && notes.every(({ state }) => state === 'refused'),
    'refusal',
  );

/** The texts on the board of the relay, by alphabet. */
export const textsOf = (relay: SmallRelay): string[] =>
  [...readBoard(relay.board()).notes.values()].map(({ text }) => text).sort();

/** Resolves when somebody sees exactly these texts, by alphabet. */
export const boardSeen = ({ model }: SmallPerson, texts: readonly string[]) =>
  until(
    model.board,
    (board) =>
      [...board.notes.values()]
        .map(({ text }) => text)
        .sort()
        .join('|') === texts.join('|'),
    `seeing ${texts.join(', ')}`,
  );

/** Lays a note. @throws Error when the model does not take it. */
export function write(person: SmallPerson, text: string): NoteId {
  const added = person.model.actions.addNote({ zone: ZONE, text });
  if (!added.ok) throw new Error(`the note was not laid: ${added.reason}`);
  return added.id;
}

/** The texts on the relay's board, to wait for. */
export function seenBy(relay: SmallRelay) {
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
export function relayAsked(relay: SmallRelay) {
  return {
    get: () => relay.asked.map(({ name }) => name),
    subscribe: (changed: () => void) => {
      const timer = setInterval(changed, 5);
      return () => clearInterval(timer);
    },
  };
}
