/** What a board on screen is given by the page. */
import type { Locale } from '@ruimte/shared/content/format';
import type { Palette } from '@ruimte/shared/drawing/palette';
import type { TextFitter } from '@ruimte/shared/drawing/text-fit';
import type { NoWriting } from '@ruimte/shared/facilitation/engine';
import type { ScreenPoint } from '@ruimte/shared/geometry';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import type { Insets } from '../model/camera.ts';
import type { MeetupModel } from '../model/meetup-model.ts';
import type { Readable, Writable } from '../model/readable.ts';
import type { BoardLabels } from './board-labels.ts';

/** Somebody asked for the menu of what lies here. */
export interface MenuAsked {
  readonly note: NoteId | undefined;
  readonly zone: ZoneId | undefined;
  /** From the corner of the board's element. */
  readonly at: ScreenPoint;
}

export interface BoardOptions {
  readonly model: MeetupModel;
  readonly fitter: TextFitter;
  labels(): BoardLabels;
  readonly locale: Locale;
  readonly palette: Palette;
  /** False for boards that are only looked at. */
  readonly interactive: boolean;
  /** True for the wall: the camera goes where the light is, and nobody moves it by hand. */
  readonly follow: boolean;
  /** What is selected; the page shows it too, and may change it. */
  readonly selection: Writable<ReadonlySet<NoteId>>;
  /** What search and filter found: everything else is dimmed. Undefined when nothing is looked for. */
  readonly highlighted: Readable<ReadonlySet<NoteId> | undefined>;
  /** Defined while notes are chosen one by one for something: these are chosen already. */
  readonly picking: Readable<ReadonlySet<NoteId> | undefined>;
  insets(): Insets;
  /** Something cannot be done now; `notOwn`: the words of somebody else. */
  onRefused(reason: NoWriting | 'notOwn'): void;
  /** These are to be removed, as far as this person may. */
  onRemove(ids: readonly NoteId[]): void;
  /** The focus on the board moved, so that the list can follow. */
  onFocusNote(id: NoteId | undefined): void;
  /** Notes are sent to a space in which their place means something: the page asks where. */
  onPlace(ids: readonly NoteId[], zone: ZoneId): void;
  /** A note was activated while notes are chosen. */
  onPick(id: NoteId): void;
  /** A note was pressed with the tool that gives dots. */
  onDot(id: NoteId): void;
  onMenu(asked: MenuAsked): void;
  /** Text was pasted on the board. @param zone - the one the person is in. */
  onPaste(zone: ZoneId, text: string): void;
}
