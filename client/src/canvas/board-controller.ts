/**
 * One board on one screen, without React and without Konva: follows the model, answers pointers and keys,
 * and paints its layers on whatever context it is given.
 */
import type { Locale } from '@ruimte/shared/content/format';
import { createGroupNames } from '@ruimte/shared/drawing/draw-group';
import { type Detail, detailAt } from '@ruimte/shared/drawing/detail';
import { isShortened } from '@ruimte/shared/drawing/note-boxes';
import type { Palette } from '@ruimte/shared/drawing/palette';
import { clamp, overlaps, type ScreenPoint } from '@ruimte/shared/geometry';
import type { NoteId } from '@ruimte/shared/ids';
import { NOTE_SIZE } from '@ruimte/shared/projection/layout';
import { type Camera, panBy, toBoard, toScreen, viewRect, zoomAt } from '../model/camera.ts';
import { createWritable, type Readable } from '../model/readable.ts';
import { createPointerTool, type PointerTool } from '../model/tools/pointer-tool.ts';
import { createArrangement } from './arrangement.ts';
import type { BoardState } from './board-control.ts';
import { createBoardFocus } from './board-focus.ts';
import { type BoardHands, createBoardHands } from './board-hands.ts';
import { type BoardKeys, createBoardKeys } from './board-keys.ts';
import { type BoardEditor, createBoardEditor } from './board-editor.ts';
import type { BoardOptions } from './board-options.ts';
import { type BoardPainter, type BoardSurface, createBoardPainter } from './board-painter.ts';
import { createBoardWalk } from './board-walk.ts';
import { type CameraRig, createCameraRig } from './camera-rig.ts';
import { createFrameLoop } from './frame-loop.ts';
import { createHeldByOthers } from './held-by-others.ts';
import type { Hidden, NoteTipHost } from './note-tip.ts';
import { createNotePictures } from './note-pictures.ts';
import { createRoundPart } from './round-part.ts';
import { createOwnPresence, type OwnPresence } from './own-presence.ts';
import type { Frame } from './paint.ts';
import { createScene, type LayerName, type Scene } from './scene.ts';
import { createSelectionBox } from './selection-box.ts';
import { createSpotlightFade } from './spotlight.ts';

export interface BoardController {
  readonly rig: CameraRig;
  readonly scene: Scene;
  readonly editor: BoardEditor;
  readonly pointer: PointerTool;
  /** What the pointer is doing, for its shape; undefined when it does nothing. */
  readonly gesture: Readable<PointerTool['gesture']>;
  readonly hands: BoardHands;
  readonly keys: BoardKeys;
  readonly state: BoardState;
  readonly presence: OwnPresence;
  /** Paints now and from now on whenever a layer is out of date. */
  attach(surface: BoardSurface): () => void;
  readonly painter: Pick<BoardPainter, 'paint' | 'paintParts'>;
  /** For the tip with the whole text of a note. */
  readonly tips: NoteTipHost;
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

const ALL: readonly LayerName[] = ['zones', 'notes', 'hand', 'overlay'];
/** Share of the width a zone in the light takes, and how long the camera is under way. */
const SPOTLIGHT = { share: 0.78, ms: 900 } as const;
/**
 * A mouse wheel sends about 100 px a notch, which is a quarter larger; fingers on a touch pad send a few px at a time,
 * and are to feel as if they held the board.
 */
const WHEEL_ZOOM = { notch: 0.0022, fingers: 0.0075, fingersBelowPx: 40, mostPx: 120 } as const;

/** A shorter way than this is not seen as a movement, css pixels. */
const SEEN_PX = 2;

const NOBODY: Frame['heldByOthers'] = new Map();
/** While these go on nothing is shown around the selection: it would be in the way. */
const HIDING = new Set<PointerTool['gesture']>(['dragging', 'pinching', 'lassoing']);

/** Opens a board on a model; close it when it leaves the screen. */
export function createBoardController(options: BoardOptions): BoardController {
  const { model, fitter, selection, highlighted, picking } = options;
  const now = (): number => performance.now();
  const motionQuery = matchMedia('(prefers-reduced-motion: reduce)');
  const reducedMotion = (): boolean => motionQuery.matches;
  const gesture = createWritable<PointerTool['gesture']>(undefined);
  const pictures = createNotePictures(
    model,
    () => options.labels().unsent,
    (id) => round.get()?.dots(id) ?? 0,
  );
  const round = createRoundPart(model, () => {
    pictures.refresh();
    scene.reload();
  });
  const presence = createOwnPresence(model, !options.interactive);
  const fade = createSpotlightFade(reducedMotion);
  let { locale } = options;
  let { palette } = options;
  let detail: Detail | undefined;
  let shownApart: readonly NoteId[] = [];

  const loop = createFrameLoop(
    (time) => {
      const pushing = pointer.advance(time);
      const flying = rig.advance(time);
      const moving = scene.advance(time);
      const fading = fade.isFading(time);
      if (fading) loop.outdated('zones', 'notes');
      if (moving || shownApart.length > 0) loop.outdated('hand');
      const apart = [...scene.motion.moving];
      // Boxes and lines follow what moves, to where it comes to rest.
      if (apart.some(arrangement.isTied) || shownApart.some(arrangement.isTied)) loop.outdated('zones');
      if (apart.some((id) => held.get().has(id))) loop.outdated('overlay');
      // A note that begins or ends moving changes layers.
      if (apart.length !== shownApart.length || apart.some((id, index) => id !== shownApart[index])) {
        const before = new Set(shownApart);
        const changed = [...apart.filter((id) => !before.delete(id)), ...before];
        for (const id of changed) {
          const at = scene.resting(id);
          if (at !== undefined) loop.touched({ ...at, ...NOTE_SIZE });
        }
        shownApart = apart;
        loop.outdated('hand', 'overlay');
      }
      around.look(options.follow || HIDING.has(gesture.get()) || editor.open.get() !== undefined);
      return pushing || flying || moving || fading;
    },
    (layers, areas) => painter.show(layers, areas),
  );
  const painter = createBoardPainter(frame, () => loop.outdated('zones', 'notes'));
  const scene = createScene({
    model,
    now,
    reducedMotion,
    outdated: (...layers) => loop.outdated(...layers),
    touched: (area) => loop.touched(area),
    isSeen: (from, to) => {
      const camera = rig.camera.get();
      if (Math.hypot(to.x - from.x, to.y - from.y) * camera.zoom < SEEN_PX) return false;
      const view = viewRect(camera, rig.size());
      return [from, to].some((at) => overlaps(view, { ...at, ...NOTE_SIZE }));
    },
    round: () => round.get(),
    onGone: (ids) => {
      for (const id of ids) pictures.forget(id);
      const gone = new Set(ids);
      const left = [...selection.get()].filter((id) => !gone.has(id));
      if (left.length < selection.get().size) selection.set(new Set(left));
    },
  });
  const held = createHeldByOthers(model, () => loop.outdated('overlay'));
  const groupNames = createGroupNames();
  const arrangement = createArrangement(model, scene, () => loop.outdated('zones'));
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
  const around = createSelectionBox({ selection, scene, rig, fitter });
  const walk = createBoardWalk(scene, rig);
  const focus = createBoardFocus({ options, scene, rig, presence, walk });
  const hands = createBoardHands({
    options,
    scene,
    arrangement,
    rig,
    editor,
    focus,
    presence,
    outdated: (...layers) => loop.outdated(...layers),
  });
  const keys = createBoardKeys({ options, scene, rig, arrangement, walk, focus, hands });
  const pointer = createPointerTool(hands.host, options.interactive, () => {
    gesture.set(pointer.gesture);
    // A frame, so that what is shown around the selection comes and goes.
    loop.outdated();
  });

  /** From afar no note shows its text. */
  function hiddenTextAt(at: ScreenPoint): Hidden | undefined {
    const id = hands.host.noteAt(at, false);
    const note = id === undefined ? undefined : scene.note(id);
    const lies = id === undefined ? undefined : scene.resting(id);
    if (note === undefined || lies === undefined || note.text === '') return undefined;
    const readable = detail === 'middle' || detail === 'near';
    if (readable && (around.enlarged() === id || !isShortened(note.text, fitter))) return undefined;
    const { zoom } = rig.camera.get();
    const corner = toScreen(rig.camera.get(), lies);
    return {
      id: note.id,
      text: note.text,
      rect: { x: corner.x, y: corner.y, w: NOTE_SIZE.w * zoom, h: NOTE_SIZE.h * zoom },
    };
  }

  function frame(): Frame {
    const camera = rig.camera.get();
    detail = detailAt(camera.zoom, detail);
    const light = fade.light(palette.dimmed, now());
    const whole = options.follow ? light.note : around.enlarged();
    return {
      scene,
      arrangement,
      groupNames,
      pictures,
      round: round.get(),
      fitter,
      palette,
      camera,
      size: rig.size(),
      detail,
      locale,
      light,
      now: now(),
      carried: hands.carried(),
      lasso: hands.lassoed(),
      selected: selection.get(),
      picked: picking.get(),
      highlighted: highlighted.get(),
      onWall: options.follow,
      enlarged: new Set(whole === undefined ? [] : [whole]),
      editing: editor.note(),
      heldByOthers: options.follow ? NOBODY : held.get(),
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
    model.board.onNotesChanged(() => {
      // Paper that lies face down makes room for notes.
      if (model.written.get().size > 0) loop.outdated('zones');
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
      presence.select([...selection.get()]);
      options.onFocusNote(selection.get().size === 1 ? only : undefined);
    }),
    highlighted.subscribe(() => loop.outdated('zones', 'notes', 'hand')),
    picking.subscribe(() => loop.outdated('overlay')),
  ];

  return {
    rig,
    scene,
    editor,
    pointer,
    gesture,
    tips: {
      hiddenAt: (at) => {
        if (gesture.get() !== undefined || editor.open.get() !== undefined) return undefined;
        return hiddenTextAt(at);
      },
      gone: [rig.camera, editor.open, selection],
    },
    hands,
    keys,
    state: {
      zoom: { get: () => rig.camera.get().zoom, subscribe: rig.camera.subscribe },
      selectionBox: around.box,
      tool: hands.tool,
    },
    presence,
    painter,
    attach: (surface) => {
      const detach = painter.attach(surface);
      followLight();
      loop.outdated(...ALL);
      return detach;
    },
    setPalette: (next) => {
      palette = next;
      loop.outdated(...ALL);
    },
    setLocale: (next) => {
      locale = next;
      pictures.refresh();
      loop.outdated(...ALL);
    },
    focusNote: (id) => focus.focusNote(id),
    refit: () => {
      fitter.clear();
      groupNames.clear();
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
      around.look(true);
      presence.select([]);
      presence.point(undefined);
      presence.letGo();
      for (const stop of unwatch) stop();
      held.close();
      round.close();
      arrangement.close();
      scene.close();
      loop.close();
      painter.close();
    },
  };
}
