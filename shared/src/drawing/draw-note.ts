/** One note on any 2D canvas: paper, shadow, text, stamp, author. The same picture on the page and on the server. */
import type { Rect } from '../geometry.ts';
import { NOTE_SIZE } from '../projection/layout.ts';
import { type DrawingContext, traceRoundRect } from './context.ts';
import type { Detail } from './detail.ts';
import { dotsWidth, drawDots } from './draw-dots.ts';
import { noteFont, remarkFont } from './fonts.ts';
import { fitNote, NOTE_PAD, type NoteScale } from './note-boxes.ts';
import { NOTE_INK, type Palette, type Paper, paperIn } from './palette.ts';
import { fillStamp } from './stamp.ts';
import { type FittedText, LINE_HEIGHT, type TextFitter } from './text-fit.ts';

/** What a note shows, looked up by whoever draws it: names are not in the board document. */
export interface NotePicture {
  /** Corner of the middle size on the board, board units. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** Colour and stamp of the community, 1 to 12; 0 for paper without a stamp. */
  readonly style: number;
  /** Two letters that tell apart communities with the same stamp. */
  readonly code?: string;
  /** Name of the author, or what stands in its place; shown when near. */
  readonly author?: string;
  readonly late?: boolean;
  /** Dots that were counted, or one's own. */
  readonly dots?: number;
  /** Not yet sent: the edge is dashed. */
  readonly unsent?: boolean;
}

/** How a note is drawn now. */
export interface NoteLook {
  readonly fitter: TextFitter;
  readonly palette: Palette;
  readonly detail: Detail;
  readonly scale: NoteScale;
  /** The zone it lies in: a note shown large stays inside it and under its name. */
  readonly within?: Rect | undefined;
  /** 0 to 1. */
  readonly opacity: number;
  /** In somebody's hand: a little larger, with a deeper shadow. */
  readonly lifted: boolean;
}

const STAMP = 25;
const FAR_STAMP = STAMP * 2;
const AUTHOR_SIZE = 20;
const LATE_RADIUS = 9;
const CORNER = 2;
/** Where the baseline lies in a line, in units of the font size, as browsers place it at line height 1.12. */
export const BASELINE = 0.84;
const LIFT = 1.03;
const SHADOW_COLOUR = '#171a22';

/** Offset downwards, blur and strength of a shadow. */
type Shadow = readonly [dy: number, blur: number, alpha: number];
const RESTING: Shadow = [6, 14, 0.1];
const LIFTED: Shadow = [14, 36, 0.16];
const CONTACT = 0.08;
/** Strength of the hairline around the paper. */
const EDGE = 0.26;

/**
 * A soft shadow from a few rectangles on each other. A canvas blur costs more than all the rest of a note
 * when it is drawn without a graphics card.
 */
function drawShadow(ctx: DrawingContext, rect: Rect, look: NoteLook): void {
  const [dy, blur, alpha] = look.lifted ? LIFTED : RESTING;
  const layers = look.lifted || look.detail === 'near' ? 6 : look.detail === 'far' ? 1 : 3;
  ctx.fillStyle = SHADOW_COLOUR;
  if (look.palette.shadow > 1) ctx.fillStyle = '#000000';
  const strength = look.opacity * look.palette.shadow;
  for (let layer = 0; layer < layers; layer += 1) {
    const grow = blur * ((layer + 0.5) / layers - 0.5) * 0.9;
    ctx.globalAlpha = Math.min(1, (strength * alpha) / layers);
    ctx.fillRect(rect.x - grow, rect.y - grow + dy, rect.w + grow * 2, rect.h + grow * 2);
  }
  // From afar both are less than two pixels, and of a thousand notes each rectangle counts.
  if (look.detail === 'far' && !look.lifted) return;
  ctx.globalAlpha = Math.min(1, strength * CONTACT);
  ctx.fillRect(rect.x - 1, rect.y + 1, rect.w + 2, rect.h + 2);
}

function drawPaper(
  ctx: DrawingContext,
  rect: Rect,
  paper: Paper,
  zoom: number,
  note: NotePicture,
  look: NoteLook,
): void {
  const forced = look.palette.edge !== undefined;
  if (look.detail !== 'block' && note.unsent !== true && !forced) drawShadow(ctx, rect, look);
  const isPlain = look.detail === 'far' && note.unsent !== true && !forced;
  if (isPlain) {
    // The same hairline, as what the paper does not cover: cheaper than a line around it.
    const edge = 0.75 / zoom;
    ctx.globalAlpha = look.opacity * EDGE;
    ctx.fillStyle = paper.mark;
    ctx.fillRect(rect.x - edge, rect.y - edge, rect.w + edge * 2, rect.h + edge * 2);
  }
  ctx.globalAlpha = look.opacity;
  // A block is too small for an edge: without a colour of its own it is all edge.
  ctx.fillStyle = forced && look.detail === 'block' ? paper.mark : paper.fill;
  if (look.detail === 'near') {
    traceRoundRect(ctx, rect, CORNER);
    ctx.fill();
  } else {
    ctx.fillRect(rect.x, rect.y, rect.w, rect.h);
  }
  if (look.detail === 'block' || isPlain) return;
  ctx.strokeStyle = paper.mark;
  if (note.unsent === true) {
    ctx.lineWidth = 1.75 / zoom;
    ctx.setLineDash([6 / zoom, 4 / zoom]);
    ctx.strokeRect(rect.x, rect.y, rect.w, rect.h);
    ctx.setLineDash([]);
    return;
  }
  ctx.globalAlpha = look.opacity * (forced ? 1 : EDGE);
  ctx.lineWidth = (forced ? 1.5 : 0.75) / zoom;
  ctx.strokeRect(rect.x, rect.y, rect.w, rect.h);
  ctx.globalAlpha = look.opacity;
}

function drawText(ctx: DrawingContext, rect: Rect, fitted: FittedText, ink: string): void {
  ctx.fillStyle = ink;
  ctx.font = noteFont(fitted.size);
  ctx.textBaseline = 'alphabetic';
  let y = rect.y + NOTE_PAD.y + fitted.size * BASELINE;
  for (const line of fitted.lines) {
    ctx.direction = line.rightToLeft ? 'rtl' : 'ltr';
    ctx.textAlign = line.rightToLeft ? 'right' : 'left';
    ctx.fillText(line.text, line.rightToLeft ? rect.x + rect.w - NOTE_PAD.x : rect.x + NOTE_PAD.x, y);
    y += fitted.size * LINE_HEIGHT;
  }
  ctx.direction = 'ltr';
  ctx.textAlign = 'left';
}

/** Bars as long as the lines, above the stamp that is twice its size. */
function drawBars(ctx: DrawingContext, rect: Rect, fitted: FittedText, ink: string, opacity: number): void {
  const room = rect.h - NOTE_PAD.y * 2 - FAR_STAMP - 4;
  const pitch = Math.min(fitted.size * LINE_HEIGHT, room / fitted.lines.length);
  const thickness = Math.min(pitch * 0.5, 14);
  ctx.fillStyle = ink;
  ctx.globalAlpha = opacity * 0.55;
  let y = rect.y + NOTE_PAD.y + (pitch - thickness) / 2;
  for (const line of fitted.lines) {
    const w = Math.min(line.width, rect.w - NOTE_PAD.x * 2);
    ctx.fillRect(line.rightToLeft ? rect.x + rect.w - NOTE_PAD.x - w : rect.x + NOTE_PAD.x, y, w, thickness);
    y += pitch;
  }
  ctx.globalAlpha = opacity;
}

/** A small clock: the words came in later. */
function drawLate(ctx: DrawingContext, rect: Rect, mark: string): void {
  const x = rect.x + rect.w - NOTE_PAD.x - LATE_RADIUS;
  const y = rect.y + rect.h - NOTE_PAD.y - STAMP / 2;
  ctx.strokeStyle = mark;
  ctx.lineWidth = 2.5;
  ctx.beginPath();
  ctx.arc(x, y, LATE_RADIUS, 0, Math.PI * 2);
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(x, y - LATE_RADIUS * 0.6);
  ctx.lineTo(x, y);
  ctx.lineTo(x + LATE_RADIUS * 0.5, y + LATE_RADIUS * 0.25);
  ctx.stroke();
}

function drawFoot(ctx: DrawingContext, rect: Rect, paper: Paper, note: NotePicture, look: NoteLook): void {
  const foot = rect.y + rect.h - NOTE_PAD.y;
  ctx.fillStyle = paper.mark;
  let x = rect.x + NOTE_PAD.x;
  if (paper.path !== '') {
    fillStamp(ctx, paper.path, x, foot - STAMP, STAMP);
    x += STAMP + 11;
  }
  ctx.textBaseline = 'alphabetic';
  if (note.code !== undefined) {
    ctx.font = noteFont(AUTHOR_SIZE);
    ctx.fillText(note.code, x, foot - 6);
    x += AUTHOR_SIZE * 1.6;
  }
  const late = note.late === true ? LATE_RADIUS * 2 + 6 : 0;
  const { dots = 0 } = note;
  if (late > 0) drawLate(ctx, rect, paper.mark);
  if (dots > 0) drawDots(ctx, rect, dots, look.palette, late);
  if (look.detail !== 'near' || note.author === undefined || note.author === '') return;
  const end = rect.x + rect.w - NOTE_PAD.x - late - dotsWidth(dots);
  // Fitted first: whoever measures may do so on this very context, and leave another font.
  const author = look.fitter.line(note.author, end - x, AUTHOR_SIZE);
  ctx.fillStyle = paper.mark;
  ctx.font = remarkFont(AUTHOR_SIZE);
  ctx.fillText(author, x, foot - 6);
}

/**
 * Draws a note. The context is in board units; it is left with another font, fill and stroke, without a dash.
 * @param zoom - css pixels per board unit, for what stays the same size on screen.
 */
export function drawNote(ctx: DrawingContext, note: NotePicture, zoom: number, look: NoteLook): void {
  const paper = paperIn(look.palette, note.style);
  const ink = look.palette.edge ?? NOTE_INK;
  if (look.detail === 'block' && look.scale === 'M' && !look.lifted && look.palette.edge === undefined) {
    // Nothing of its text is seen, so nothing of it is measured: thousands of these are in view at once.
    ctx.globalAlpha = look.opacity;
    ctx.fillStyle = paper.fill;
    ctx.fillRect(note.x, note.y, NOTE_SIZE.w, NOTE_SIZE.h);
    ctx.globalAlpha = 1;
    return;
  }
  const { rect, fitted } = fitNote(note, note.text, look.scale, look.fitter, look.within);
  if (look.lifted) {
    ctx.save();
    ctx.translate(rect.x + rect.w / 2, rect.y + rect.h / 2);
    ctx.scale(LIFT, LIFT);
    ctx.translate(-rect.x - rect.w / 2, -rect.y - rect.h / 2);
  }
  drawPaper(ctx, rect, paper, zoom, note, look);
  if (look.detail === 'far') {
    drawBars(ctx, rect, fitted, ink, look.opacity);
    ctx.fillStyle = paper.mark;
    fillStamp(ctx, paper.path, rect.x + NOTE_PAD.x, rect.y + rect.h - NOTE_PAD.y - FAR_STAMP, FAR_STAMP);
  } else if (look.detail !== 'block') {
    ctx.globalAlpha = look.opacity;
    drawText(ctx, rect, fitted, ink);
    drawFoot(ctx, rect, paper, note, look);
  }
  if (look.lifted) ctx.restore();
  ctx.globalAlpha = 1;
}
