/** A canvas under measurement: how its page is opened, looked at and asked. */
import type { Rect } from '@ruimte/shared/geometry';
import type { Camera } from '@ruimte/client/model/camera';
import type { FullMeetup } from './meetups.ts';
import type { Point, Screen } from './screen.ts';

/** What a page shows and where. */
export interface Ground {
  readonly notes: number;
  readonly full: FullMeetup;
  /** Where the canvas lies on the page, css pixels: as large for the others as for the product. */
  readonly box: Rect;
  /** The address of the server of the product, and its port. */
  readonly own: { readonly url: string; readonly port: number };
  /** Addresses of the pages of the others, with their document. */
  readonly peers: { readonly excalidraw: string; readonly naive: string };
  /** The camera of the first picture. */
  readonly first: Camera;
}

/** A note that somebody else moves: its number and where it lies, board units. */
export interface MovedNote {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

export interface Canvas {
  readonly id: 'ruimte' | 'excalidraw' | 'naive';
  readonly title: string;
  /** What has to be done once in a browser before the page can be loaded. */
  prepare(screen: Screen, ground: Ground): Promise<void>;
  addressOf(ground: Ground): string;
  /** Moves the camera. @param from - where it is now. */
  look(screen: Screen, ground: Ground, from: Camera, to: Camera): Promise<void>;
  /** How far the wheel turns to come from one zoom towards another, and how far that comes. */
  turn(from: number, to: number): { readonly deltaY: number; readonly zoom: number };
  /** Where a note lies now, board units. */
  placeOf(screen: Screen, ground: Ground, index: number): Promise<Point>;
  /** Lays a note back where it lay at first, for the next run. */
  putBack(ground: Ground, index: number): Promise<void>;
  /** Fifty cursors and twenty moves a second begin; call what it returns to end them. */
  startOthers(
    screen: Screen,
    ground: Ground,
    view: Rect,
    moved: readonly MovedNote[],
  ): Promise<() => Promise<void>>;
}
