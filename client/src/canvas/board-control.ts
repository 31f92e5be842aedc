/** What the page around the board may ask of it and look at: zoom, "Kijk mee", a new note, where the selection is. */
import type { ScreenRect } from '@ruimte/shared/geometry';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { createWritable, type Readable, type Writable } from '../model/readable.ts';
import type { ToolName } from '../model/tools/gesture.ts';

export interface BoardCommands {
  zoomIn(): void;
  zoomOut(): void;
  /** Shows the whole board. */
  fit(): void;
  /** Shows a zone as large as it fits: what "Kijk mee" does. */
  lookAt(zone: ZoneId): void;
  /** New notes go to this zone from now on; the view stays where it is. */
  standIn(zone: ZoneId): void;
  /** Selects a note and shows it in the middle, large enough to read. */
  lookAtNote(id: NoteId): void;
  /** Opens a new note in a zone, or in the one that is in view. @param text - its first letters. */
  addNote(zone?: ZoneId, text?: string): void;
  editNote(id: NoteId): void;
  setTool(tool: ToolName): void;
}

/** What a board shows the page of itself. */
export interface BoardState {
  /** Css pixels per board unit, for "45 %". */
  readonly zoom: Readable<number>;
  /** Where the selection is on screen; undefined without one, and while it is dragged, pinched, lassoed or typed in. */
  readonly selectionBox: Readable<ScreenRect | undefined>;
  readonly tool: Readable<ToolName>;
}

export interface BoardControl extends BoardCommands, BoardState {}

export interface ConnectedControl extends BoardControl {
  /** Called by the board while it is on screen; returns how to let go. */
  connect(commands: BoardCommands, state: BoardState): () => void;
}

/** Gives one value what another has, until it is stopped. */
function mirror<T>(from: Readable<T>, to: Writable<T>): () => void {
  to.set(from.get());
  return from.subscribe(() => to.set(from.get()));
}

/** A control to hand to a board and to the buttons around it. Without a board on screen it does nothing. */
export function createBoardControl(): ConnectedControl {
  const zoom = createWritable(1);
  const selectionBox = createWritable<ScreenRect | undefined>(undefined);
  const tool = createWritable<ToolName>('select');
  let board: BoardCommands | undefined;
  /** Where one stood before there was a board on screen. */
  let stands: ZoneId | undefined;
  return {
    zoom,
    selectionBox,
    tool,
    zoomIn: () => board?.zoomIn(),
    zoomOut: () => board?.zoomOut(),
    fit: () => board?.fit(),
    lookAt: (zone) => board?.lookAt(zone),
    standIn: (zone) => {
      if (board === undefined) stands = zone;
      else board.standIn(zone);
    },
    lookAtNote: (id) => board?.lookAtNote(id),
    addNote: (zone, text) => board?.addNote(zone, text),
    editNote: (id) => board?.editNote(id),
    setTool: (next) => board?.setTool(next),
    connect: (commands, state) => {
      board = commands;
      if (stands !== undefined) board.standIn(stands);
      stands = undefined;
      const stops = [
        mirror(state.zoom, zoom),
        mirror(state.selectionBox, selectionBox),
        mirror(state.tool, tool),
      ];
      return () => {
        for (const stop of stops) stop();
        if (board !== commands) return;
        board = undefined;
        selectionBox.set(undefined);
      };
    },
  };
}
