/** The board on laptop and wall: a stage of four layers, the text field and other people's pointers above it. */
import type { Locale } from '@ruimte/shared/content/format';
import { noteFont, remarkFont, zoneFont } from '@ruimte/shared/drawing/fonts';
import type { Theme } from '@ruimte/shared/drawing/palette';
import type { NoWriting } from '@ruimte/shared/facilitation/engine';
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import type Konva from 'konva';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { Layer, Shape, Stage } from 'react-konva/lib/ReactKonvaCore';
import { type Insets, NO_INSETS, type ViewSize } from '../model/camera.ts';
import type { MeetupModel } from '../model/meetup-model.ts';
import { type BoardController, createBoardController } from './board-controller.ts';
import type { ConnectedControl } from './board-control.ts';
import type { MenuAsked } from './board-options.ts';
import { listenToBoard } from './board-input.ts';
import type { BoardLabels } from './board-labels.ts';
import { paletteOf, systemColours, watchSystemColours } from './board-palette.ts';
import { createCursorLayer } from './cursor-layer.ts';
import { askForFonts, createPageFitter } from './measure.ts';
import { NoteEditor } from './NoteEditor.tsx';
import { createNoteTip } from './note-tip.ts';
import { capPixelRatio, watchPixelRatio } from './pixel-ratio.ts';
import type { LayerName } from './scene.ts';
import { createWritable, type Readable, type Writable } from '../model/readable.ts';
import './board-canvas.css';

export interface BoardCanvasProps {
  readonly model: MeetupModel;
  readonly theme: Theme;
  readonly locale: Locale;
  readonly labels: BoardLabels;
  /** False for boards that are only looked at. */
  readonly interactive: boolean;
  /** True for the wall: the camera follows the light. */
  readonly follow?: boolean;
  /** Buttons around the board; from `createBoardControl`. */
  readonly control?: ConnectedControl;
  /** Room along the edges that something else covers, css pixels. */
  readonly insets?: Insets;
  /** False switches off keys of one character. */
  readonly singleKeys?: boolean;
  /** The note the list has in focus. */
  readonly focusedNote?: NoteId | undefined;
  readonly onFocusNote?: (id: NoteId | undefined) => void;
  /** What is selected, shared with the page; default the board's own. The same object from one render to the next. */
  readonly selection?: Writable<ReadonlySet<NoteId>>;
  /** What search and filter found; everything else is dimmed. The same object from one render to the next. */
  readonly highlighted?: Readable<ReadonlySet<NoteId> | undefined>;
  /** Defined while notes are chosen one by one; these are chosen. The same object from one render to the next. */
  readonly picking?: Readable<ReadonlySet<NoteId> | undefined>;
  readonly onPlace?: (ids: readonly NoteId[], zone: ZoneId) => void;
  readonly onPick?: (id: NoteId) => void;
  readonly onDot?: (id: NoteId) => void;
  readonly onMenu?: (asked: MenuAsked) => void;
  readonly onPaste?: (zone: ZoneId, text: string) => void;
  readonly onRefused?: (reason: NoWriting | 'notOwn') => void;
  readonly onRemove?: (ids: readonly NoteId[]) => void;
}

const LAYERS: readonly LayerName[] = ['zones', 'notes', 'hand', 'overlay'];
const FONTS = [noteFont(32), remarkFont(20), zoneFont(44), zoneFont(40, 400)];
const NO_EDITOR = createWritable(undefined);
const NO_NOTES = createWritable<ReadonlySet<NoteId> | undefined>(undefined);

/** Says in the page how many notes the board had when it was last painted: who waits for the picture can see it came. */
function tellPainted(root: HTMLElement | null, notes: number): void {
  const words = String(notes);
  if (root !== null && root.dataset['notes'] !== words) root.dataset['notes'] = words;
}

/** The canvas of a meet-up. Its content is in the outline for screen readers; the canvas itself is hidden from them. */
export function BoardCanvas(props: BoardCanvasProps) {
  const { model, theme, locale, labels, interactive, follow = false, control, focusedNote } = props;
  const { highlighted = NO_NOTES, picking = NO_NOTES } = props;
  const [ownSelection] = useState(() => createWritable<ReadonlySet<NoteId>>(new Set()));
  const { selection = ownSelection } = props;
  const rootRef = useRef<HTMLDivElement>(null);
  const cursorsRef = useRef<HTMLDivElement>(null);
  const layersRef = useRef(new Map<LayerName, Konva.Layer>());
  const latest = useRef(props);
  /** Konva paints each layer as it is added, and the frame that follows would paint all of it again. */
  const begun = useRef(false);
  const [size, setSize] = useState<ViewSize>();
  const [board, setBoard] = useState<BoardController>();
  const [fitter] = useState(createPageFitter);
  const ratio = useSyncExternalStore(watchPixelRatio, capPixelRatio);
  const system = useSyncExternalStore(watchSystemColours, systemColours);
  const palette = useMemo(() => paletteOf(theme, system), [theme, system]);
  const open = useSyncExternalStore(
    board?.editor.open.subscribe ?? NO_EDITOR.subscribe,
    board?.editor.open.get ?? NO_EDITOR.get,
  );

  useLayoutEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const root = rootRef.current;
    const cursors = cursorsRef.current;
    if (root === null || cursors === null) return undefined;
    const controller = createBoardController({
      model,
      fitter,
      labels: () => latest.current.labels,
      locale: latest.current.locale,
      palette: paletteOf(latest.current.theme, systemColours()),
      interactive,
      follow,
      selection,
      highlighted,
      picking,
      insets: () => latest.current.insets ?? NO_INSETS,
      onRefused: (reason) => latest.current.onRefused?.(reason),
      onRemove: (ids) => latest.current.onRemove?.(ids),
      onFocusNote: (id) => latest.current.onFocusNote?.(id),
      onPlace: (ids, zone) => latest.current.onPlace?.(ids, zone),
      onPick: (id) => latest.current.onPick?.(id),
      onDot: (id) => latest.current.onDot?.(id),
      onMenu: (asked) => latest.current.onMenu?.(asked),
      onPaste: (zone, text) => latest.current.onPaste?.(zone, text),
    });
    const detach = controller.attach({
      draw: (name, areas) => {
        begun.current = true;
        const layer = layersRef.current.get(name);
        const ctx = areas && layer?.getNativeCanvasElement().getContext('2d');
        if (areas === undefined || !ctx) layer?.drawScene();
        else controller.painter.paintParts(ctx, areas, capPixelRatio());
      },
      stretch: (to) => {
        for (const name of ['zones', 'notes'] as const) {
          const style = layersRef.current.get(name)?.getNativeCanvasElement().style;
          if (style === undefined) continue;
          style.transformOrigin = '0 0';
          style.transform = to === undefined ? '' : `translate(${to.x}px, ${to.y}px) scale(${to.scale})`;
        }
      },
    });
    const deafen = listenToBoard(root, controller, {
      follow,
      singleKeys: () => latest.current.singleKeys ?? true,
    });
    const tip = follow ? undefined : createNoteTip(root, controller.tips);
    const pointers = interactive ? createCursorLayer(cursors, model, controller.rig) : undefined;
    const disconnect = control?.connect(controller.hands.commands, controller.state);
    const measure = (): void => {
      const next = { w: root.clientWidth, h: root.clientHeight };
      // Not shown, as on paper: the view stays as it was.
      if (next.w === 0 || next.h === 0) return;
      controller.rig.resize(next);
      setSize((before) => (before?.w === next.w && before.h === next.h ? before : next));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(root);
    measure();
    setBoard(controller);
    // Measured anew when a font arrives: those asked for here, and those outside Latin, which have files of their own and
    // come when the first such letter is drawn.
    const refit = (): void => controller.refit();
    document.fonts.addEventListener('loadingdone', refit);
    askForFonts(FONTS);
    return () => {
      document.fonts.removeEventListener('loadingdone', refit);
      observer.disconnect();
      disconnect?.();
      pointers?.close();
      tip?.close();
      deafen();
      detach();
      controller.close();
      setBoard(undefined);
    };
  }, [model, fitter, interactive, follow, control, selection, highlighted, picking]);

  useEffect(() => board?.setPalette(palette), [board, palette]);
  useEffect(() => board?.setLocale(locale), [board, locale]);
  useEffect(() => board?.focusNote(focusedNote), [board, focusedNote]);
  useLayoutEffect(() => {
    rootRef.current?.style.setProperty('--board-ground', palette.ground);
    rootRef.current?.style.setProperty('--board-ink', palette.ink);
    rootRef.current?.style.setProperty('--board-selection', palette.selection);
  }, [palette]);

  function finish(anyway: boolean): boolean {
    const id = board?.editor.note();
    const hadFocus = rootRef.current?.contains(document.activeElement) ?? false;
    if (board?.editor.finish(anyway) !== true) return false;
    if (id !== undefined && board.scene.note(id) !== undefined) board.focusNote(id);
    if (hadFocus) rootRef.current?.focus({ preventScroll: true });
    return true;
  }

  return (
    // The keys of the board work while it has the focus; what it shows is read in the outline.
    <div
      ref={rootRef}
      className="board-canvas"
      tabIndex={follow ? -1 : 0}
      role="group"
      aria-label={labels.board}
    >
      <div className="board-stage" aria-hidden="true">
        {board !== undefined && size !== undefined && size.w > 0 && size.h > 0 && (
          <Stage key={ratio} width={size.w} height={size.h} listening={false}>
            {LAYERS.map((name) => (
              <Layer
                key={name}
                listening={false}
                ref={(layer: Konva.Layer | null) => {
                  if (layer === null) layersRef.current.delete(name);
                  else layersRef.current.set(name, layer);
                }}
              >
                <Shape
                  listening={false}
                  perfectDrawEnabled={false}
                  sceneFunc={(_, shape) => {
                    // Straight on the canvas: Konva's own context copies every call.
                    const ctx = shape.getLayer()?.getNativeCanvasElement().getContext('2d');
                    if (!ctx || !begun.current) return;
                    board.painter.paint(name, ctx);
                    if (name === 'notes') tellPainted(rootRef.current, board.scene.index.size);
                  }}
                />
              </Layer>
            ))}
          </Stage>
        )}
      </div>
      <div ref={cursorsRef} className="board-cursors" aria-hidden="true" />
      {board !== undefined && open !== undefined && (
        <NoteEditor
          key={open.id}
          editor={open}
          rig={board.rig}
          fitter={fitter}
          labels={labels}
          finish={finish}
          onLines={(zone, text) => latest.current.onPaste?.(zone, text)}
        />
      )}
    </div>
  );
}
