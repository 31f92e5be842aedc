/** What the page around the board may ask of it: buttons for zoom, "Kijk mee", a new note. */
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { createWritable, type Readable } from '../model/readable.ts';

export interface BoardCommands {
  zoomIn(): void;
  zoomOut(): void;
  /** Shows the whole board. */
  fit(): void;
  /** Shows a zone as large as it fits: what "Kijk mee" does. */
  lookAt(zone: ZoneId): void;
  /** Opens a new note in a zone, or in the one that is in view. */
  addNote(zone?: ZoneId): void;
  editNote(id: NoteId): void;
}

export interface BoardControl extends BoardCommands {
  /** Css pixels per board unit, for "45 %". */
  readonly zoom: Readable<number>;
}

export interface ConnectedControl extends BoardControl {
  /** Called by the board while it is on screen; returns how to let go. */
  connect(commands: BoardCommands, zoom: Readable<number>): () => void;
}

/** A control to hand to a board and to the buttons around it. Without a board on screen it does nothing. */
export function createBoardControl(): ConnectedControl {
  const zoom = createWritable(1);
  let board: BoardCommands | undefined;
  return {
    zoom,
    zoomIn: () => board?.zoomIn(),
    zoomOut: () => board?.zoomOut(),
    fit: () => board?.fit(),
    lookAt: (zone) => board?.lookAt(zone),
    addNote: (zone) => board?.addNote(zone),
    editNote: (id) => board?.editNote(id),
    connect: (commands, zoomOfBoard) => {
      board = commands;
      zoom.set(zoomOfBoard.get());
      const stop = zoomOfBoard.subscribe(() => zoom.set(zoomOfBoard.get()));
      return () => {
        stop();
        if (board === commands) board = undefined;
      };
    },
  };
}
