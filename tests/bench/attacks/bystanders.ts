/**
 * Two honest people in a process of their own, so that what the attacker computes is not taken for a slow server: each
 * writes a number every 20 ms, and it is measured how long the other waits for it. Another comes in when asked.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { NoteId } from '@ruimte/shared/ids';
import type { NewSession } from '@ruimte/shared/protocol/api';
import { rootOf } from '@ruimte/shared/schema/document';
import { setNoteText } from '@ruimte/shared/schema/edits/notes';
import { callApi } from '@ruimte/client/model/api';
import { forgeries, frameOf } from '../../support/attacks/arena.ts';
import { layNote, textOf } from '../../support/lay-note.ts';
import { openStandard, type StandardClient } from '../../support/standard-client.ts';
import type { Ask } from '../../support/start-server.ts';
import { waitFor } from '../../support/wait-for.ts';

/** What the command asks. */
export type Question =
  | {
      readonly ask: 'begin';
      readonly url: string;
      readonly pair: readonly NewSession[];
      readonly newcomer: NewSession;
    }
  | { readonly ask: 'measure' }
  | { readonly ask: 'waits' }
  | {
      readonly ask: 'open';
      readonly victim: Pick<NewSession, 'participant'>;
      readonly honest: readonly (readonly [string, string])[];
    };

/** What it is told. */
export interface Answers {
  readonly begin: { readonly frame: string };
  readonly measure: null;
  /** The longest wait since `measure`, milliseconds, and how late this process itself was at most. */
  readonly waits: {
    readonly longestMs: number;
    readonly seen: number;
    readonly ownMs: number;
    /** Codes with which their sockets were closed. */
    readonly cut: readonly number[];
  };
  readonly open: { readonly ms: number; readonly forged: readonly string[] };
}

const EVERY_MS = 20;
const PATIENCE_MS = 30_000;

/** One of the pair: what they have written and the other has not seen yet. */
interface Writer {
  readonly session: NewSession;
  readonly client: StandardClient;
  readonly note: NoteId;
  number: number;
  readonly sentAt: Map<number, number>;
}

const defer = (): void => undefined;
const delay = monitorEventLoopDelay({ resolution: 5 });
const writers: Writer[] = [];
let server: { readonly url: string; as(session?: string): Ask } | undefined;
let newcomer: NewSession | undefined;
let longestMs = 0;
let seen = 0;
let cut: number[] = [];

async function begin(url: string, pair: readonly NewSession[]): Promise<Answers['begin']> {
  server = { url, as: (session) => (name, request) => callApi(name, request, { base: url, session }) };
  for (const session of pair) {
    const client = await openStandard(server, session, { defer });
    await client.synced();
    client.provider.on('connection-close', (event) => void cut.push(event?.code ?? 0));
    const note = layNote(client.doc, session, 'begin');
    writers.push({ session, client, note, number: 0, sentAt: new Map() });
  }
  const [one, other] = writers;
  if (one === undefined || other === undefined) throw new Error('a pair is two people');
  listen(one, other);
  listen(other, one);
  await waitFor('the pair to see each other', () => textOf(one.client.doc, other.note) === 'begin');
  delay.enable();
  setInterval(() => writers.forEach(write), EVERY_MS);
  return { frame: frameOf(one.client.doc) };
}

function write(writer: Writer): void {
  writer.number += 1;
  writer.sentAt.set(writer.number, performance.now());
  setNoteText(writer.client.doc, writer.note, `ik ${writer.number}`, 'typing');
}

/** Notes what `from` wrote as seen by `to`; who sees a number has seen those before it. */
function listen(to: Writer, from: Writer): void {
  rootOf(to.client.doc, 'notes').observeDeep(() => {
    const number = Number(/^ik (\d+)$/.exec(textOf(to.client.doc, from.note) ?? '')?.[1] ?? 0);
    const now = performance.now();
    for (const [sent, at] of from.sentAt) {
      if (sent > number) break;
      longestMs = Math.max(longestMs, now - at);
      seen += 1;
      from.sentAt.delete(sent);
    }
  });
}

function measure(): null {
  [longestMs, seen, cut] = [0, 0, []];
  delay.reset();
  return null;
}

/** What is still on its way counts with how long it has waited by now. */
function waits(): Answers['waits'] {
  const now = performance.now();
  for (const { sentAt } of writers)
    for (const at of sentAt.values()) longestMs = Math.max(longestMs, now - at);
  return { longestMs, seen, ownMs: delay.max / 1e6, cut };
}

async function open({ victim, honest }: Question & { readonly ask: 'open' }): Promise<Answers['open']> {
  if (server === undefined || newcomer === undefined) throw new Error('first of all it begins');
  const client = await openStandard(server, newcomer, { defer });
  const begun = performance.now();
  await waitFor('the board to open', () => client.provider.synced, PATIENCE_MS);
  const ms = performance.now() - begun;
  const forged = forgeries(client.doc, victim, new Map(honest));
  for (const { session, note } of writers) {
    const text = textOf(client.doc, note);
    if (!/^(ik \d+|begin)$/.test(text ?? '')) forged.push(`the pair’s note became "${text ?? ''}"`);
    forged.push(...forgeries(client.doc, session, new Map(text === undefined ? [] : [[note, text]])));
  }
  if (frameOf(client.doc) !== frameOf(writers[0]?.client.doc ?? client.doc))
    forged.push('the frame of the board');
  client.leave();
  return { ms, forged };
}

async function answer(question: Question): Promise<Answers[keyof Answers]> {
  switch (question.ask) {
    case 'begin':
      newcomer = question.newcomer;
      return begin(question.url, question.pair);
    case 'measure':
      return measure();
    case 'waits':
      return waits();
    case 'open':
      return open(question);
  }
}

process.on('message', (question) => {
  answer(question as Question).then(
    (value) => process.send?.({ value }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
