/**
 * What rounds lay on the board besides notes, as the canvas asks for it: axes and steps of zones, paper that lies face
 * down, dots, piles. What paints it is `draw-round.ts`, which comes only when there is any.
 */
import type { DrawingContext } from '@ruimte/shared/drawing/context';
import type { Palette } from '@ruimte/shared/drawing/palette';
import type { BoardPoint } from '@ruimte/shared/geometry';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import type { ZoneRects } from '@ruimte/shared/projection/layout';
import type { Locale } from '@ruimte/shared/content/format';
import type { Light } from './spotlight.ts';

/** Of a frame what is needed for it. */
export interface RoundFrame {
  readonly scene: { rects(): ZoneRects };
  readonly camera: { readonly zoom: number };
  readonly palette: Palette;
  readonly locale: Locale;
  readonly light: Light;
}

export interface RoundPicture {
  /** Dots to show on a note: one's own while they can be given, those that were counted otherwise. */
  dots(id: NoteId): number;
  /** How far a note is shown from where it lies, because others lie there too; to the right and down, board units. */
  shift(id: NoteId): number;
  /** These notes changed. @returns true when others are to be shown elsewhere because of them. */
  notesChanged(ids: readonly NoteId[]): boolean;
  /** Something besides notes changed. */
  refresh(): void;
  /** True while paper lies face down in the zone, and a moment after: what comes there then turns over. */
  turnsIn(zone: ZoneId, now: number): boolean;
  /** True while paper lies face down in the zone. */
  hasPaperIn(zone: ZoneId): boolean;
  /** Over the zones and under everything else. The context is in board units. */
  paintZones(ctx: DrawingContext, frame: RoundFrame): void;
  /** Over a note that lies here. */
  paintOn(ctx: DrawingContext, frame: RoundFrame, id: NoteId, at: BoardPoint, opacity: number): void;
  /**
   * A note while it turns over.
   * @param turned - 0 face down, 1 face up.
   */
  paintTurning(
    ctx: DrawingContext,
    frame: RoundFrame,
    at: BoardPoint,
    turned: number,
    front: () => void,
  ): void;
}
