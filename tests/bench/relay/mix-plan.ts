/** The mix of a meet-up, laid out in time before anything is measured: what everybody does, from a moment of their own. */
import type { Place } from './job.ts';
import { encodePresence, toClientFrame } from './wire.ts';
import { Writer } from './writer.ts';

const NOTE_EVERY_MS = 5_000;
const LETTERS = 20;
const LETTER_EVERY_MS = 200;
const DRAG_EVERY_MS = 6_000;
const POSITIONS = 25;
const POSITION_EVERY_MS = 40;
const CURSOR_EVERY_MS = 1000 / 15;
/** One person in so many moves a cursor. */
const CURSORS = 5;

export interface Event {
  /** Milliseconds after the beginning. */
  readonly at: number;
  /** Whose, by the number of the seat. */
  readonly member: number;
  /** Undefined sends the next update. */
  readonly presence?: Buffer;
}

/** Everybody writes notes, drags and points. @returns what is sent when, and the writers with their updates made. */
export function planMix(
  { seats, dialect }: Place,
  wholeMs: number,
): { readonly writers: readonly Writer[]; readonly events: readonly Event[] } {
  const writers = seats.map((seat) => new Writer(seat, dialect));
  const events = seats.flatMap((seat, number): readonly Event[] => {
    const writer = writers[number];
    if (writer === undefined) return [];
    const acts = planActs(writer, (number * 7919) % NOTE_EVERY_MS, (number * 6571) % DRAG_EVERY_MS, wholeMs);
    const planned: Event[] = [];
    for (const { at, act } of acts) {
      const before = writer.ends.length;
      act();
      if (writer.ends.length > before) planned.push({ at, member: number });
    }
    const cursors = number % CURSORS === 0 ? Math.floor(wholeMs / CURSOR_EVERY_MS) : 0;
    for (let clock = 1; clock <= cursors; clock += 1) {
      const json = JSON.stringify({ cursor: { x: (clock * 3) % 900, y: (clock * 5) % 900 } });
      const presence = toClientFrame(encodePresence(dialect, seat.room, writer.client, clock, json));
      planned.push({ at: clock * CURSOR_EVERY_MS + number, member: number, presence });
    }
    return planned;
  });
  return { writers, events: events.toSorted((a, b) => a.at - b.at) };
}

function planActs(writer: Writer, noteFrom: number, dragFrom: number, wholeMs: number) {
  const acts: { readonly at: number; readonly act: () => void }[] = [];
  for (let from = noteFrom % LETTER_EVERY_MS; from < wholeMs; from += LETTER_EVERY_MS) {
    const letter = Math.floor(((from + noteFrom) % NOTE_EVERY_MS) / LETTER_EVERY_MS) + 1;
    if (letter > LETTERS) continue;
    acts.push({
      at: from,
      act: () => (letter === 1 || !writer.hasNotes ? writer.lay(letter) : writer.type(letter)),
    });
  }
  for (let from = dragFrom - DRAG_EVERY_MS; from < wholeMs; from += DRAG_EVERY_MS) {
    for (let step = 0; step < POSITIONS; step += 1) {
      const at = from + step * POSITION_EVERY_MS;
      if (at >= 0 && at < wholeMs) acts.push({ at, act: () => writer.drag() });
    }
  }
  return acts.sort((a, b) => a.at - b.at);
}
