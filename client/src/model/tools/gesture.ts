/** What a gesture is told, and what it may do to the board. A gesture ends in one commit, or leaves no trace. */
import type { BoardPoint, Rect, ScreenPoint } from '@ruimte/shared/geometry';
import type { GroupId, NoteId } from '@ruimte/shared/ids';
import type { Camera, ViewSize } from '../camera.ts';

export interface PointerInput {
  readonly id: number;
  readonly at: ScreenPoint;
  readonly touch: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  /** Milliseconds on any clock that runs evenly. */
  readonly time: number;
}

/** `select` points, carries and lassoes; with `pan` every drag moves the board; with `dot` a press on a note gives a dot. */
export type ToolName = 'select' | 'pan' | 'dot';

/** The board as gestures see it. */
export interface GestureHost {
  camera(): Camera;
  /** The size of the view. */
  size(): ViewSize;
  moveCamera(camera: Camera): void;
  noteAt(at: ScreenPoint, touch: boolean): NoteId | undefined;
  /** The group whose name or frame is there. */
  groupAt(at: ScreenPoint, touch: boolean): GroupId | undefined;
  membersOf(group: GroupId): readonly NoteId[];
  /** The note with all that are in its group. */
  groupedWith(note: NoteId): readonly NoteId[];
  /** Notes that touch an area, board units. */
  notesIn(area: Rect): readonly NoteId[];
  readonly selected: ReadonlySet<NoteId>;
  select(ids: readonly NoteId[]): void;
  tool(): ToolName;
  /** The person is here now: new notes go to the zone that lies there. */
  enter(at: ScreenPoint): void;
  /** True while notes are chosen one by one: a click then picks and neither selects nor edits. */
  isPicking(): boolean;
  pick(id: NoteId): void;
  giveDot(id: NoteId): void;
  /** False when this person may not move notes now, or not these. */
  mayMove(notes?: readonly NoteId[]): boolean;
  /** Tells why something cannot be done now, to these notes. */
  refuse(notes?: readonly NoteId[]): void;
  /** Shows notes in the hand, so far from where they lay, board units. */
  carry(ids: readonly NoteId[], dx: number, dy: number): void;
  /** Lays them down there for good, in one step of undo. @param alone - they leave their groups. */
  drop(ids: readonly NoteId[], dx: number, dy: number, alone: boolean): void;
  /** Shows them where they lay. */
  putBack(): void;
  /** Shows a rectangle that is being drawn, board units; undefined takes it away. */
  lasso(area: Rect | undefined): void;
  /** Asks for the menu of what lies there. */
  menu(at: ScreenPoint, touch: boolean): void;
  /** @returns how to stop it. */
  later(ms: number, run: () => void): () => void;
  edit(id: NoteId): void;
  addAt(point: BoardPoint): void;
  /** Shows the zone under the point as large as it fits. */
  lookAt(point: BoardPoint): void;
}

export interface Gesture {
  readonly name: 'pointing' | 'panning' | 'dragging' | 'pinching' | 'lassoing' | 'resting';
  /** @returns the gesture that goes on from here: this one or the next. */
  move(input: PointerInput): Gesture;
  /** Time goes on. @returns true while another frame is needed. @param now - milliseconds. */
  advance?(now: number): boolean;
  /** A pointer was lifted: commits. */
  up(input: PointerInput): void;
  /** Puts everything back as it was when the gesture began. */
  cancel(): void;
}

/** How far a pointer moves before it is no longer a click, css pixels. A finger is less steady than a mouse. */
const STEADY = { mouse: 3, touch: 6 } as const;

/**
 * True once a pointer has clearly left the place where it went down.
 * @param taken - a finger that is known to mean it is taken at its word sooner.
 */
export function hasMoved(start: PointerInput, { at }: PointerInput, taken = false): boolean {
  const moved = Math.hypot(at.x - start.at.x, at.y - start.at.y);
  return moved >= (start.touch && !taken ? STEADY.touch : STEADY.mouse);
}
