/** Where the selection is on screen, for what the page shows around it. */
import { fitNote, isShortened } from '@ruimte/shared/drawing/note-boxes';
import type { TextFitter } from '@ruimte/shared/drawing/text-fit';
import { boundsOf, type ScreenRect } from '@ruimte/shared/geometry';
import type { NoteId } from '@ruimte/shared/ids';
import { NOTE_SIZE } from '@ruimte/shared/projection/layout';
import { toScreen } from '../model/camera.ts';
import { createWritable, type Readable } from '../model/readable.ts';
import type { CameraRig } from './camera-rig.ts';
import type { Scene } from './scene.ts';

export interface SelectionBox {
  readonly box: Readable<ScreenRect | undefined>;
  /** The only note that is selected, when it does not show all its text where it lies. */
  enlarged(): NoteId | undefined;
  /** Looks where the selection is now; for every frame. @param hidden - shows nothing around it now. */
  look(hidden: boolean): void;
}

interface Parts {
  readonly selection: Readable<ReadonlySet<NoteId>>;
  readonly scene: Scene;
  readonly rig: CameraRig;
  readonly fitter: TextFitter;
}

export function createSelectionBox({ selection, scene, rig, fitter }: Parts): SelectionBox {
  const box = createWritable<ScreenRect | undefined>(undefined);

  function enlarged(): NoteId | undefined {
    const [only] = selection.get();
    if (only === undefined || selection.get().size > 1) return undefined;
    return isShortened(scene.note(only)?.text ?? '', fitter) ? only : undefined;
  }
  function find(): ScreenRect | undefined {
    const large = enlarged();
    const rects = [...selection.get()].flatMap((id) => {
      const note = scene.note(id);
      const at = scene.resting(id);
      if (note === undefined || at === undefined) return [];
      if (id !== large) return [{ ...at, ...NOTE_SIZE }];
      return [fitNote(at, note.text, 'L', fitter, scene.rects().get(note.zone)).rect];
    });
    const bounds = boundsOf(rects);
    if (bounds === undefined) return undefined;
    const { zoom } = rig.camera.get();
    const { x, y } = toScreen(rig.camera.get(), bounds);
    return { x, y, w: bounds.w * zoom, h: bounds.h * zoom };
  }
  return {
    box,
    enlarged,
    look: (hidden) => {
      const next = hidden ? undefined : find();
      const before = box.get();
      const same =
        next?.x === before?.x && next?.y === before?.y && next?.w === before?.w && next?.h === before?.h;
      if (!same) box.set(next);
    },
  };
}
