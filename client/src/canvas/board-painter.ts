/** Decides what of the board is painted in a frame: whole layers, parts of the notes, or nothing but a stretched picture. */
import type { DrawingContext } from '@ruimte/shared/drawing/context';
import { overlaps, type Rect } from '@ruimte/shared/geometry';
import type { ZoneRects } from '@ruimte/shared/projection/layout';
import { viewRect } from '../model/camera.ts';
import { paintArrangement } from './paint-arrangement.ts';
import {
  type Frame,
  isBlank,
  paintHand,
  paintNotes,
  paintNotesIn,
  paintOverlay,
  paintZones,
  type PartContext,
} from './paint.ts';
import type { LayerName } from './scene.ts';
import { createZoomStretch, type Stretch } from './zoom-stretch.ts';

/** The canvases of one screen. */
export interface BoardSurface {
  /** Draws one layer; of the notes only these parts of the board, where they are given. */
  draw(layer: LayerName, areas?: readonly Rect[]): void;
  /** Lays the zones and notes as they were last painted; undefined lays them as they are. */
  stretch(to: Stretch | undefined): void;
}

export interface BoardPainter {
  /** @returns how to let go of it. */
  attach(surface: BoardSurface): () => void;
  /** Shows a frame on the surface. @param areas - of the notes, board units; when the layer itself is not named. */
  show(layers: ReadonlySet<LayerName>, areas: readonly Rect[]): void;
  paint(layer: LayerName, ctx: DrawingContext): void;
  /** Paints of the notes only these parts of the board. @param ratio - device pixels per css pixel. */
  paintParts(ctx: PartContext, areas: readonly Rect[], ratio: number): void;
  close(): void;
}

const PAINTERS: Readonly<Record<LayerName, (ctx: DrawingContext, frame: Frame) => void>> = {
  zones: (ctx, frame) => {
    paintZones(ctx, frame);
    paintArrangement(ctx, frame);
  },
  notes: (ctx, frame) => paintNotes(ctx, frame),
  hand: paintHand,
  overlay: paintOverlay,
};
/** What is stretched together. */
const GROUND: ReadonlySet<LayerName> = new Set(['zones', 'notes']);

/**
 * @param frameNow - what everything is painted from now.
 * @param outdated - asks for zones and notes to be painted.
 */
export function createBoardPainter(frameNow: () => Frame, outdated: () => void): BoardPainter {
  let surface: BoardSurface | undefined;
  /** What the running frame is painted from. */
  let shown: Frame | undefined;
  /** Layers on which nothing stands: as long as nothing comes they need no painting. */
  const blank = new Set<LayerName>();
  let stretched = false;
  let paintedRects: ZoneRects | undefined;
  const stretch = createZoomStretch(outdated);
  /** Its message comes when the browser has done its part of the frame. */
  const afterFrame = new MessageChannel();
  let began = 0;
  afterFrame.port1.addEventListener('message', () => stretch.took(performance.now() - began));
  afterFrame.port1.start();

  /** Stretches the last picture where that will do. @returns false when zones and notes have to be painted. */
  function stretchInstead(frame: Frame): boolean {
    // Zones that lie elsewhere now are not where a stretched picture shows them.
    const same = frame.scene.rects() === paintedRects;
    const to = same ? stretch.to(frame.camera, frame.size) : undefined;
    if (to !== undefined || stretched) surface?.stretch(to);
    stretched = to !== undefined;
    return stretched;
  }
  function show(layers: ReadonlySet<LayerName>, areas: readonly Rect[]): void {
    began = performance.now();
    const frame = frameNow();
    shown = frame;
    const before = stretched;
    const ground = before || layers.has('zones') || layers.has('notes');
    const leaves = ground && stretchInstead(frame);
    // What was stretched together is painted together.
    const wanted = before && !leaves ? new Set([...layers, ...GROUND]) : layers;
    for (const layer of wanted) {
      if (leaves && GROUND.has(layer)) continue;
      if (!isBlank(layer, frame) || !blank.has(layer)) surface?.draw(layer);
    }
    if (!leaves && wanted.has('notes')) {
      stretch.painted(frame.camera);
      paintedRects = frame.scene.rects();
      afterFrame.port2.postMessage(undefined);
    } else if (!leaves) {
      const view = viewRect(frame.camera, frame.size);
      const seen = areas.filter((area) => overlaps(view, area));
      if (seen.length > 0) surface?.draw('notes', seen);
    }
    shown = undefined;
  }

  return {
    attach: (next) => {
      surface = next;
      return () => {
        surface = undefined;
      };
    },
    show,
    paint: (layer, ctx) => {
      const frame = shown ?? frameNow();
      PAINTERS[layer](ctx, frame);
      if (isBlank(layer, frame)) blank.add(layer);
      else blank.delete(layer);
    },
    paintParts: (ctx, areas, ratio) => {
      const frame = shown ?? frameNow();
      for (const area of areas) paintNotesIn(ctx, frame, area, ratio);
    },
    close: () => {
      stretch.close();
      afterFrame.port1.close();
    },
  };
}
