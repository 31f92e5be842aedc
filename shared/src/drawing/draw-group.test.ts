import { describe, expect, it } from 'vitest';
import type { DrawingContext } from './context.ts';
import { createGroupNames, drawGroup } from './draw-group.ts';
import { PALETTES } from './palette.ts';

/** A context that keeps what it was told; letters are half as wide as they are high. */
function createSheet() {
  const texts: string[] = [];
  const dashes: number[][] = [];
  const widths: number[] = [];
  let measured = 0;
  const sheet = {
    font: '',
    globalAlpha: 1,
    lineWidth: 0,
    setLineDash: (dash: number[]) => dashes.push(dash),
    fillText: (text: string) => texts.push(text),
    stroke: () => widths.push(sheet.lineWidth),
    beginPath: () => undefined,
    moveTo: () => undefined,
    arc: () => undefined,
    closePath: () => undefined,
    measureText: (text: string) => {
      measured += 1;
      return { width: text.length * 50 };
    },
  };
  // Of a context a group uses nothing else.
  return {
    ctx: sheet as Partial<DrawingContext> as DrawingContext,
    texts,
    dashes,
    widths,
    measured: () => measured,
  };
}
const rect = { x: 0, y: 0, w: 260, h: 214 };

describe('the box of a group', () => {
  it('has a dashed line that is as thick on screen at every zoom', () => {
    for (const zoom of [0.1, 0.5, 2]) {
      const { ctx, dashes, widths } = createSheet();
      drawGroup(ctx, { rect, name: '' }, zoom, PALETTES.light, createGroupNames());
      expect(widths.map((width) => width * zoom)).toEqual([1.5]);
      expect(dashes).toEqual([[6 / zoom, 5 / zoom], []]);
    }
  });

  it('shows its name where that can be read', () => {
    const { ctx, texts } = createSheet();
    drawGroup(ctx, { rect, name: 'tijd' }, 0.5, PALETTES.light, createGroupNames());
    drawGroup(ctx, { rect, name: 'tijd' }, 0.2, PALETTES.light, createGroupNames());
    expect(texts).toEqual(['tijd']);
  });

  it('shortens a name that is wider than the box, and measures it once', () => {
    const { ctx, texts, measured } = createSheet();
    const names = createGroupNames();
    drawGroup(ctx, { rect, name: 'wat wij allemaal later nog willen' }, 1, PALETTES.light, names);
    const [text = ''] = texts;
    expect(text).toMatch(/^wat wij.*…$/);
    expect(text.length * 15).toBeLessThanOrEqual(rect.w - 36);
    const before = measured();
    drawGroup(ctx, { rect, name: 'wat wij allemaal later nog willen' }, 1, PALETTES.light, names);
    expect(measured()).toBe(before);
  });
});
