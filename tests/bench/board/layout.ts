/** The notes every canvas shows: the same words at the same places, in the nine spaces of a real format. */
import type { Zone } from '@ruimte/shared/schema/zone';
import { lowestEdges, layoutZones, NOTE_SIZE, ZONE_SIZE } from '@ruimte/shared/projection/layout';
import { boundsOf, type Rect } from '@ruimte/shared/geometry';
import type { Note } from '@ruimte/shared/schema/note';

/** One note: where it lies on the board, and where in its zone. */
export interface LaidNote {
  readonly zone: Zone;
  /** Zone-relative, board units. */
  readonly inZone: { readonly x: number; readonly y: number };
  /** Corner on the board, board units. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Number of the person who laid it. */
  readonly author: number;
}

export interface Layout {
  readonly notes: readonly LaidNote[];
  readonly zones: readonly { readonly zone: Zone; readonly rect: Rect }[];
  /** The whole board with its margin, as the camera of the product fits it. */
  readonly bounds: Rect;
}

/**
 * How notes lie: `slots` as the product lays them by itself, three beside each other, none under another; `close` as in
 * a full space that people fill by hand, where they overlap by half. Close boards are squarer, and more of them is in
 * view at the least zoom of Excalidraw.
 */
export type Laying = 'slots' | 'close';

const PITCH: Readonly<Record<Laying, { readonly x: number; readonly y: number; readonly perRow: number }>> = {
  slots: { x: 236, y: 162, perRow: 3 },
  close: { x: 93, y: 81, perRow: 6 },
};
const FIRST = { x: 32, y: 82 } as const;
const WORDS =
  'samen kijken wat het kind al weet en pas daarna zelf beginnen met een vraag die groter is dan de klas'.split(
    ' ',
  );
const LETTERS = 54;

/** A text of 54 to about 66 letters, another for each number. */
function textOf(number: number): string {
  let text = String(number);
  for (let word = number; text.length < LETTERS; word += 1) text += ` ${WORDS[word % WORDS.length]}`;
  return text;
}

/** Lays so many notes over the zones in turn. @param people - how many wrote them, one after another. */
export function layOut(zones: readonly Zone[], amount: number, laying: Laying, people: number): Layout {
  const { x: pitchX, y: pitchY, perRow } = PITCH[laying];
  const each = Math.ceil(amount / people);
  const placed = Array.from({ length: amount }, (_, index) => {
    const zone = zones[index % zones.length];
    if (zone === undefined) throw new Error('a board without zones');
    const slot = Math.floor(index / zones.length);
    const inZone = {
      x: FIRST.x + (slot % perRow) * pitchX,
      y: FIRST.y + Math.floor(slot / perRow) * pitchY,
    };
    return { zone, inZone, text: textOf(index), author: Math.floor(index / each) };
  });
  const edges = lowestEdges(placed.map(({ zone, inZone }) => ({ zone: zone.id, ...inZone }) as Note));
  const rects = layoutZones(zones, edges);
  const corner = (zone: Zone): Rect => {
    const rect = rects.get(zone.id);
    if (rect === undefined) throw new Error(`no place for ${zone.id}`);
    return rect;
  };
  const around = boundsOf([...rects.values()]) ?? { x: 0, y: 0, w: 0, h: 0 };
  const { margin } = ZONE_SIZE;
  return {
    notes: placed.map((note) => {
      const { x, y } = corner(note.zone);
      return { ...note, x: x + note.inZone.x, y: y + note.inZone.y };
    }),
    zones: zones.map((zone) => ({ zone, rect: corner(zone) })),
    bounds: {
      x: around.x - margin,
      y: around.y - margin,
      w: around.w + margin * 2,
      h: around.h + margin * 2,
    },
  };
}

/** Where on a note the mouse takes it: a part that no later note lies over. */
export function gripOf(note: LaidNote, laying: Laying): { readonly x: number; readonly y: number } {
  const { x, y } = PITCH[laying];
  return { x: note.x + Math.min(NOTE_SIZE.w, x) / 2, y: note.y + Math.min(NOTE_SIZE.h, y) / 2 };
}

/** How many notes are at least partly in view. */
export function countIn(view: Rect, { notes }: Layout): number {
  return notes.filter(
    ({ x, y }) =>
      x < view.x + view.w && x + NOTE_SIZE.w > view.x && y < view.y + view.h && y + NOTE_SIZE.h > view.y,
  ).length;
}
