/** What shows that somebody else has a note: an outline in the colour of their community, and their name. */
import type { DrawingContext } from '@ruimte/shared/drawing/context';
import { noteFont } from '@ruimte/shared/drawing/fonts';
import { NOTE_INK, type Palette, paperIn } from '@ruimte/shared/drawing/palette';
import { fillStamp } from '@ruimte/shared/drawing/stamp';
import type { Rect } from '@ruimte/shared/geometry';
import type { Holder } from './held-by-others.ts';

/** Constant on screen, css pixels. */
const OUTLINE = { px: 1.5, awayPx: 3 } as const;
const TAG = { heightPx: 20, lettersPx: 13, stampPx: 12, padPx: 6, gapPx: 5 } as const;

/**
 * Paints around a note. The context is in board units.
 * @param named - whether there is room for names at this zoom.
 */
export function paintHolder(
  ctx: DrawingContext,
  rect: Rect,
  holder: Holder,
  zoom: number,
  palette: Palette,
  named: boolean,
): void {
  const paper = paperIn(palette, holder.style);
  const away = (OUTLINE.awayPx + OUTLINE.px / 2) / zoom;
  ctx.strokeStyle = paper.mark;
  ctx.lineWidth = OUTLINE.px / zoom;
  ctx.strokeRect(rect.x - away, rect.y - away, rect.w + away * 2, rect.h + away * 2);
  if (!named || !holder.named || holder.name === '') return;
  const [height, pad, stamp] = [TAG.heightPx / zoom, TAG.padPx / zoom, TAG.stampPx / zoom];
  const before = paper.path === '' ? pad : pad + stamp + TAG.gapPx / zoom;
  ctx.font = noteFont(TAG.lettersPx / zoom);
  const width = before + ctx.measureText(holder.name).width + pad;
  const [x, y] = [rect.x - away, rect.y - away - height];
  ctx.fillStyle = paper.fill;
  ctx.fillRect(x, y, width, height);
  ctx.fillStyle = paper.mark;
  if (paper.path !== '') fillStamp(ctx, paper.path, x + pad, y + (height - stamp) / 2, stamp);
  ctx.fillStyle = palette.edge ?? NOTE_INK;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillText(holder.name, x + before, y + height / 2);
  ctx.textBaseline = 'alphabetic';
}
