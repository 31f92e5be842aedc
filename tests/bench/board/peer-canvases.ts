/** The pages of the others: asked through what `peers/` puts on the window. */
import type { Canvas } from './canvas.ts';

const KONVA_RATE = 0.0075;
/** Of Excalidraw: a hundredth a pixel, and no more than a tenth at once. */
const EXCALIDRAW = { perPx: 0.01, most: 0.1 } as const;

const common: Pick<Canvas, 'prepare' | 'look' | 'placeOf' | 'putBack' | 'startOthers'> = {
  prepare: async () => undefined,
  look: async ({ page }, _ground, _from, to) => {
    await page.evaluate((camera) => window.board.setCamera(camera), to);
  },
  placeOf: async ({ page }, _ground, index) => page.evaluate((number) => window.board.placeOf(number), index),
  // The next page opens the saved document again.
  putBack: async () => undefined,
  startOthers: async ({ page }, _ground, view, moved) => {
    await page.evaluate(([area, notes]) => window.board.startOthers(area, notes), [view, moved] as const);
    return async () => page.evaluate(() => window.board.stopOthers());
  },
};

export const EXCALIDRAW_CANVAS: Canvas = {
  ...common,
  id: 'excalidraw',
  title: 'Excalidraw 0.18.1',
  addressOf: ({ peers }) => peers.excalidraw,
  turn: (from, to) => {
    const step = Math.sign(to - from) * Math.min(EXCALIDRAW.most, Math.abs(to - from));
    // Above 1 it adds the logarithm of the zoom, at most whole from 20 px on.
    const deltaY = -step / EXCALIDRAW.perPx;
    const extra = Math.log10(Math.max(1, from)) * -Math.sign(deltaY) * Math.min(1, Math.abs(deltaY) / 20);
    return { deltaY, zoom: from + step + extra };
  },
};

export const NAIVE_CANVAS: Canvas = {
  ...common,
  id: 'naive',
  title: 'react-konva, a group per note',
  addressOf: ({ peers }) => peers.naive,
  turn: (from, to) => ({ deltaY: -Math.log(to / from) / KONVA_RATE, zoom: to }),
};
