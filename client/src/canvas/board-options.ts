/** What a board on screen is given by the page. */
import type { Locale } from '@ruimte/shared/content/format';
import type { Palette } from '@ruimte/shared/drawing/palette';
import type { TextFitter } from '@ruimte/shared/drawing/text-fit';
import type { NoWriting } from '@ruimte/shared/facilitation/engine';
import type { NoteId } from '@ruimte/shared/ids';
import type { Insets } from '../model/camera.ts';
import type { MeetupModel } from '../model/meetup-model.ts';
import type { BoardLabels } from './board-labels.ts';

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
  insets(): Insets;
  /** Something cannot be done now; `notOwn`: the words of somebody else. */
  onRefused(reason: NoWriting | 'notOwn'): void;
  /** Own notes were removed: offers to undo it. */
  onRemoved(count: number): void;
  /** The focus on the board moved, so that the list can follow. */
  onFocusNote(id: NoteId | undefined): void;
}
