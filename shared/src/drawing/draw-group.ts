/** The box around a group on any 2D canvas: a dashed line and a name, no fill. It lies under the notes. */
import type { Rect } from '../geometry.ts';
import { GROUP_BOX } from '../projection/groups.ts';
import { type DrawingContext, traceRoundRect } from './context.ts';
import { groupFont } from './fonts.ts';
import type { Palette } from './palette.ts';
import { fitLine } from './text-fit.ts';

/** What a group shows. */
export interface GroupPicture {
  /** The box around its notes, board units: `groupBox` moved to its zone. */
  readonly rect: Rect;
  readonly name: string;
}

/** Names of groups as they fit in their boxes, each measured once. */
export interface GroupNames {
  /** @param width - room in board units. @returns the name, cut with an ellipsis where it is too long. */
  of(ctx: DrawingContext, name: string, width: number): string;
  /** Forgets everything measured: another font has arrived. */
  clear(): void;
}

/** Constant on screen, css pixels. */
const LINE = { px: 1.5, dashPx: [6, 5] } as const;
const CORNER = 22;
const NAME = { size: 30, baseline: 33 } as const;
/** Letters smaller than this say nothing on screen, css pixels. */
const LEGIBLE_PX = 9;
const MEASURED_SIZE = 100;
const MOST_NAMES = 2_000;

/** Nothing measured yet. */
export function createGroupNames(): GroupNames {
  const known = new Map<string, string>();
  return {
    of: (ctx, name, width) => {
      const key = `${width}\n${name}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      ctx.font = groupFont(MEASURED_SIZE);
      const fitted = fitLine(name, width / NAME.size, (text) => ctx.measureText(text).width / MEASURED_SIZE);
      if (known.size >= MOST_NAMES) known.clear();
      known.set(key, fitted);
      return fitted;
    },
    clear: () => known.clear(),
  };
}

/**
 * Draws the box of a group and, where it can be read, its name. The context is in board units; it is left with another
 * font, fill and stroke, without a dash.
 * @param zoom - css pixels per board unit.
 * @param opacity - 0 to 1; below 1 when the light is elsewhere.
 */
export function drawGroup(
  ctx: DrawingContext,
  { rect, name }: GroupPicture,
  zoom: number,
  palette: Palette,
  names: GroupNames,
  opacity = 1,
): void {
  ctx.globalAlpha = opacity;
  ctx.strokeStyle = palette.quietInk;
  ctx.lineWidth = LINE.px / zoom;
  ctx.setLineDash(LINE.dashPx.map((px) => px / zoom));
  traceRoundRect(ctx, rect, CORNER);
  ctx.stroke();
  ctx.setLineDash([]);
  if (name !== '' && NAME.size * zoom >= LEGIBLE_PX) {
    const label = names.of(ctx, name, rect.w - GROUP_BOX.padding * 2);
    ctx.font = groupFont(NAME.size);
    ctx.fillStyle = palette.softInk;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'alphabetic';
    ctx.fillText(label, rect.x + GROUP_BOX.padding, rect.y + NAME.baseline);
  }
  ctx.globalAlpha = 1;
}
