/** What a gesture is told, and what it may do to the board. A gesture ends in one commit, or leaves no trace. */
import type { BoardPoint, ScreenPoint } from '@ruimte/shared/geometry';
import type { NoteId } from '@ruimte/shared/ids';
import type { Camera } from '../camera.ts';

export interface PointerInput {
  readonly id: number;
  readonly at: ScreenPoint;
  readonly touch: boolean;
  readonly shift: boolean;
  /** Milliseconds on any clock that runs evenly. */
  readonly time: number;
}

/** `select` points, carries and lassoes; with `pan` every drag moves the board. */
export type ToolName = 'select' | 'pan';

/** The board as gestures see it. */
export interface GestureHost {
  camera(): Camera;
  moveCamera(camera: Camera): void;
  noteAt(at: ScreenPoint, touch: boolean): NoteId | undefined;
  readonly selected: ReadonlySet<NoteId>;
  select(ids: readonly NoteId[]): void;
  tool(): ToolName;
  /** True while notes are chosen one by one: a click then picks and neither selects nor edits. */
  isPicking(): boolean;
  pick(id: NoteId): void;
  /** False when this person may not move notes now. */
  mayMove(): boolean;
  /** Tells why something cannot be done now. */
  refuse(): void;
  /** Shows notes in the hand, so far from where they lay, board units. */
  carry(ids: readonly NoteId[], dx: number, dy: number): void;
  /** Lays them down there for good. */
  drop(ids: readonly NoteId[], dx: number, dy: number): void;
  /** Shows them where they lay. */
  putBack(): void;
  edit(id: NoteId): void;
  addAt(point: BoardPoint): void;
  /** Shows the zone under the point as large as it fits. */
  lookAt(point: BoardPoint): void;
}

export interface Gesture {
  readonly name: 'pointing' | 'panning' | 'dragging' | 'pinching';
  /** @returns the gesture that goes on from here: this one or the next. */
  move(input: PointerInput): Gesture;
  /** A pointer was lifted: commits. */
  up(input: PointerInput): void;
  /** Puts everything back as it was when the gesture began. */
  cancel(): void;
}
