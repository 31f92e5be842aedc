/**
 * One board on one screen, without React and without Konva: follows the model, answers pointers and keys,
 * and paints its layers on whatever context it is given.
 */
import type { Locale } from '@ruimte/shared/content/format';
import type { DrawingContext } from '@ruimte/shared/drawing/context';
import { type Detail, detailAt } from '@ruimte/shared/drawing/detail';
import { isShortened } from '@ruimte/shared/drawing/note-boxes';
import type { Palette } from '@ruimte/shared/drawing/palette';
import { clamp, type ScreenPoint } from '@ruimte/shared/geometry';
import type { NoteId } from '@ruimte/shared/ids';
import { communityOf } from '@ruimte/shared/projection/board';
import { styleOf } from '@ruimte/shared/schema/community';
import { type Camera, panBy, toBoard, zoomAt } from '../model/camera.ts';
import { createWritable, type Readable } from '../model/readable.ts';
import { createPointerTool, type PointerTool } from '../model/tools/pointer-tool.ts';
import { type BoardHands, createBoardHands } from './board-hands.ts';
import { type BoardEditor, createBoardEditor } from './board-editor.ts';
import type { BoardOptions } from './board-options.ts';
import { createBoardWalk } from './board-walk.ts';
import { type CameraRig, createCameraRig } from './camera-rig.ts';
import { createFrameLoop } from './frame-loop.ts';
import { createNotePictures } from './note-pictures.ts';
import { createOwnPresence, type OwnPresence } from './own-presence.ts';
import { type Frame, paintHand, paintNotes, paintOverlay, paintZones } from './paint.ts';
import { createScene, type LayerName, type Scene } from './scene.ts';
import { createSpotlightFade } from './spotlight.ts';

export interface BoardController {
  readonly rig: CameraRig;
  readonly scene: Scene;
  readonly editor: BoardEditor;
  readonly selection: Readable<ReadonlySet<NoteId>>;
  readonly pointer: PointerTool;
  readonly hands: BoardHands;
  readonly presence: OwnPresence;
  /** Paints now and from now on whenever a layer is out of date. @param layers - draws one layer of the screen. */
  attach(draw: (layer: LayerName) => void): () => void;
  paint(layer: LayerName, ctx: DrawingContext): void;
  setPalette(palette: Palette): void;
  /** The language of the page is another: names of zones and labels are read again. */
  setLocale(locale: Locale): void;
  /** The list moved the focus. */
  focusNote(id: NoteId | undefined): void;
  /** Another font has arrived: everything is measured anew. */
  refit(): void;
  /** @param zooming - with Ctrl or two fingers on a touch pad. */
  wheel(at: ScreenPoint, dx: number, dy: number, zooming: boolean): void;
  close(): void;
}

const PAINTERS: Readonly<Record<LayerName, (ctx: DrawingContext, frame: Frame) => void>> = {
  zones: paintZones,
  notes: paintNotes,
  hand: paintHand,
  overlay: paintOverlay,
};
const ALL: readonly LayerName[] = ['zones', 'notes', 'hand', 'overlay'];
/** Share of the width a zone in the light takes, and how long the camera is under way. */
const SPOTLIGHT = { share: 0.78, ms: 900 } as const;
/**
 * A mouse wheel sends about 100 px a notch, which is a quarter larger; fingers on a touch pad send a few px at a time,
 * and are to feel as if they held the board.
 */
const WHEEL_ZOOM = { notch: 0.0022, fingers: 0.0075, fingersBelowPx: 40, mostPx: 120 } as const;

/** Opens a board on a model; close it when it leaves the screen. */
export function createBoardController(options: BoardOptions): BoardController {
  const { model, fitter } = options;
  const now = (): number => performance.now();
  const motionQuery = matchMedia('(prefers-reduced-motion: reduce)');
  const reducedMotion = (): boolean => motionQuery.matches;
  const selection = createWritable<ReadonlySet<NoteId>>(new Set());
  const pictures = createNotePictures(model, () => options.labels().unsent);
  const presence = createOwnPresence(model, !options.interactive);
  const fade = createSpotlightFade(reducedMotion);
  let { locale } = options;
  let { palette } = options;
  let detail: Detail | undefined;
  let draw: ((layer: LayerName) => void) | undefined;
  let shownApart: readonly NoteId[] = [];

  const loop = createFrameLoop(
    (time) => {
      const flying = rig.advance(time);
      const moving = scene.advance(time);
      const fading = fade.isFading(time);
      if (fading) loop.outdated('zones', 'notes');
      if (moving || shownApart.length > 0) loop.outdated('hand');
      const apart = [...scene.motion.moving];
      // A note that begins or ends moving changes layers.
      if (apart.length !== shownApart.length || apart.some((id, index) => id !== shownApart[index])) {
        shownApart = apart;
        loop.outdated('notes', 'hand', 'overlay');
      }
      return flying || moving || fading;
    },
    (layer) => draw?.(layer),
  );
  const scene = createScene({
    model,
    now,
    reducedMotion,
    outdated: (...layers) => loop.outdated(...layers),
    onGone: (ids) => {
      for (const id of ids) pictures.forget(id);
      const gone = new Set(ids);
      const left = [...selection.get()].filter((id) => !gone.has(id));
      if (left.length < selection.get().size) selection.set(new Set(left));
    },
  });
  const rig = createCameraRig({
    rects: () => model.board.rects.get(),
    insets: () => options.insets(),
    busy: () => pointer.gesture !== undefined || editor.open.get() !== undefined,
    reducedMotion,
    now,
  });
  const editor = createBoardEditor(model, scene, () => {
    presence.type(editor.note());
    loop.outdated('notes', 'overlay');
  });
  const hands = createBoardHands({
    options,
    scene,
    rig,
    editor,
    selection,
    presence,
    walk: createBoardWalk(scene, rig),
    outdated: (...layers) => loop.outdated(...layers),
  });
  const pointer = createPointerTool(hands.host, options.interactive);

  function frame(): Frame {
    const camera = rig.camera.get();
    detail = detailAt(camera.zoom, detail);
    const light = fade.light(palette.dimmed, now());
    const [only] = selection.get();
    const enlarged = new Set<NoteId>();
    if (options.follow) {
      if (light.note !== undefined) enlarged.add(light.note);
    } else if (only !== undefined && selection.get().size === 1) {
      if (isShortened(scene.note(only)?.text ?? '', fitter)) enlarged.add(only);
    }
    const typedByOthers = new Map<NoteId, number>();
    for (const { editing, person } of model.others.get()) {
      if (editing === undefined || person === undefined) continue;
      const community = communityOf(scene.board().communities, person.community);
      typedByOthers.set(editing, community === undefined ? 0 : styleOf(community.number));
    }
    return {
      scene,
      pictures,
      fitter,
      palette,
      camera,
      size: rig.size(),
      detail,
      locale,
      light,
      now: now(),
      carried: hands.carried(),
      selected: selection.get(),
      enlarged,
      editing: editor.note(),
      typedByOthers: options.follow ? new Map() : typedByOthers,
    };
  }

  function followLight(): void {
    const { spotlight } = model.stage.get();
    const zone =
      spotlight === null
        ? undefined
        : 'zone' in spotlight
          ? spotlight.zone
          : scene.note(spotlight.note)?.zone;
    fade.shine(spotlight, zone, now());
    loop.outdated(...ALL);
    if (!options.follow) return;
    const rect = zone === undefined ? undefined : scene.rects().get(zone);
    if (rect === undefined) rig.fitBoard(true);
    else rig.lookAt(rect, SPOTLIGHT.share, SPOTLIGHT.ms);
  }
  let lastLight = JSON.stringify(model.stage.get().spotlight);
  let lastCamera: Camera | undefined;
  let { communities } = model.board.get();
  const refresh = (): void => {
    pictures.refresh();
    loop.outdated('notes', 'hand', 'overlay');
  };
  const unwatch = [
    model.stage.subscribe(() => {
      const light = JSON.stringify(model.stage.get().spotlight);
      if (light === lastLight) return;
      lastLight = light;
      followLight();
    }),
    model.roster.subscribe(refresh),
    model.unsent.subscribe(refresh),
    model.board.subscribe(() => {
      const next = model.board.get().communities;
      if (next === communities) return;
      communities = next;
      refresh();
    }),
    model.board.rects.subscribe(() => rig.boardChanged()),
    rig.camera.subscribe(() => {
      if (rig.camera.get() === lastCamera) return;
      lastCamera = rig.camera.get();
      loop.outdated(...ALL);
    }),
    selection.subscribe(() => {
      loop.outdated('notes', 'overlay');
      const [only] = selection.get();
      options.onFocusNote(selection.get().size === 1 ? only : undefined);
    }),
  ];

  return {
    rig,
    scene,
    editor,
    selection,
    pointer,
    hands,
    presence,
    attach: (paintLayer) => {
      draw = paintLayer;
      followLight();
      loop.outdated(...ALL);
      return () => {
        draw = undefined;
      };
    },
    paint: (layer, ctx) => PAINTERS[layer](ctx, frame()),
    setPalette: (next) => {
      palette = next;
      loop.outdated(...ALL);
    },
    setLocale: (next) => {
      locale = next;
      pictures.refresh();
      loop.outdated(...ALL);
    },
    focusNote: (id) => hands.focusNote(id),
    refit: () => {
      fitter.clear();
      loop.outdated(...ALL);
    },
    wheel: (at, dx, dy, zooming) => {
      if (options.follow) return;
      const camera = rig.camera.get();
      if (zooming) {
        const pushed = clamp(dy, -WHEEL_ZOOM.mostPx, WHEEL_ZOOM.mostPx);
        const rate = Math.abs(dy) < WHEEL_ZOOM.fingersBelowPx ? WHEEL_ZOOM.fingers : WHEEL_ZOOM.notch;
        rig.moveTo(zoomAt(camera, at, camera.zoom * Math.exp(-pushed * rate)));
      } else {
        rig.moveTo(panBy(camera, -dx, -dy));
      }
      presence.point(toBoard(rig.camera.get(), at));
    },
    close: () => {
      editor.finish(true);
      presence.point(undefined);
      presence.letGo();
      for (const stop of unwatch) stop();
      scene.close();
      loop.close();
    },
  };
}
