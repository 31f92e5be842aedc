/** The same notes as documents of the others: what their pages open. */
import { paperOf } from '@ruimte/shared/drawing/palette';
import { NOTE_SIZE } from '@ruimte/shared/projection/layout';
import type { Layout } from './layout.ts';

const FONT_SIZE = 24;
const LINE = 1.25;
const LETTERS_PER_LINE = 16;
const PAD = 14;
/** Of Excalidraw: Helvetica, which the machine has, so that no font is waited for. */
const HELVETICA = 2;

export function styleOf(index: number): number {
  return (index % 3) + 1;
}

function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LETTERS_PER_LINE)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function element(id: string, index: number, x: number, y: number, w: number, h: number) {
  return {
    id,
    x,
    y,
    width: w,
    height: h,
    angle: 0,
    strokeWidth: 1,
    strokeStyle: 'solid',
    fillStyle: 'solid',
    roughness: 0,
    opacity: 100,
    groupIds: [],
    frameId: null,
    roundness: null,
    seed: index + 1,
    version: 1,
    versionNonce: index + 1,
    isDeleted: false,
    updated: 1,
    link: null,
    locked: false,
    boundElements: null,
  };
}

/** A document of Excalidraw: rectangles with their text bound to them, not rough, over locked rectangles for zones. */
export function toExcalidraw({ notes, zones }: Layout): unknown {
  const sheets = zones.map(({ zone, rect }, index) => ({
    ...element(`zone-${zone.id}`, index, rect.x, rect.y, rect.w, rect.h),
    type: 'rectangle',
    strokeColor: 'transparent',
    backgroundColor: '#f1f3f5',
    locked: true,
  }));
  const papers = notes.flatMap(({ x, y, text }, index) => {
    const lines = wrap(text);
    const h = lines.length * FONT_SIZE * LINE;
    const w = NOTE_SIZE.w - PAD * 2;
    const words = {
      ...element(`text-${index}`, index, x + PAD, y + (NOTE_SIZE.h - h) / 2, w, h),
      type: 'text',
      strokeColor: '#1e1e1e',
      backgroundColor: 'transparent',
      text: lines.join('\n'),
      originalText: text,
      fontSize: FONT_SIZE,
      fontFamily: HELVETICA,
      lineHeight: LINE,
      textAlign: 'left',
      verticalAlign: 'middle',
      containerId: `note-${index}`,
      autoResize: true,
    };
    const paper = {
      ...element(`note-${index}`, index, x, y, NOTE_SIZE.w, NOTE_SIZE.h),
      type: 'rectangle',
      strokeColor: '#adb5bd',
      backgroundColor: paperOf(styleOf(index)).fill,
      boundElements: [{ type: 'text', id: words.id }],
    };
    return [paper, words];
  });
  return { type: 'excalidraw', version: 2, source: 'bench', elements: [...sheets, ...papers] };
}

/** What the plain react-konva page opens. */
export function toPlain({ notes, zones }: Layout): unknown {
  return {
    zones: zones.map(({ zone, rect }) => ({ id: zone.id, ...rect, title: zone.title.nl })),
    notes: notes.map(({ x, y, text, author }, index) => ({
      id: `note-${index}`,
      x,
      y,
      ...NOTE_SIZE,
      text,
      author: `Deelnemer ${author}`,
      fill: paperOf(styleOf(index)).fill,
    })),
  };
}
