/** The text field over a note: real, so that input methods, spelling, paste and emoji work as everywhere. */
import { fitNote, isShortened, type NoteScale } from '@ruimte/shared/drawing/note-boxes';
import { paperOf } from '@ruimte/shared/drawing/palette';
import type { TextFitter } from '@ruimte/shared/drawing/text-fit';
import { clamp } from '@ruimte/shared/geometry';
import type { ZoneId } from '@ruimte/shared/ids';
import { useEffect, useId, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { toScreen } from '../model/camera.ts';
import type { OpenEditor } from './board-editor.ts';
import type { BoardLabels } from './board-labels.ts';
import type { CameraRig } from './camera-rig.ts';
import { visiblePart, visibleWithin, watchVisiblePart } from './visible-part.ts';

interface Props {
  readonly editor: OpenEditor;
  readonly rig: CameraRig;
  readonly fitter: TextFitter;
  readonly labels: BoardLabels;
  /** Ends typing. @returns false when the field stays open. @param anyway - also when letters would be lost. */
  readonly finish: (anyway: boolean) => boolean;
  /** Several lines were pasted into a new note that is still empty: they are not for one note. */
  readonly onLines: (zone: ZoneId, text: string) => void;
}

/** Letters in the field are never smaller than this on screen, css pixels, however far the board is zoomed out. */
const MIN_LETTER_PX = 15;
/** The counter speaks from here. */
const COUNT_FROM = 20;
const EDGE_PX = 8;

/** The open field. Enter lays the note down, Shift+Enter begins a line, Escape stops; what was typed stays. */
export function NoteEditor({ editor, rig, fitter, labels, finish, onLines }: Props) {
  const { editing, style } = editor;
  const state = useSyncExternalStore(editing.state.subscribe, editing.state.get);
  const camera = useSyncExternalStore(rig.camera.subscribe, rig.camera.get);
  // Drawn again when a keyboard comes or goes.
  useSyncExternalStore(watchVisiblePart, visiblePart);
  const paperRef = useRef<HTMLDivElement>(null);
  const fieldRef = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  const paper = paperOf(style);
  const scale: NoteScale = isShortened(state.text, fitter) ? 'L' : 'M';
  const { rect, fitted } = fitNote(editor.place(), state.text, scale, fitter);

  useLayoutEffect(() => {
    const box = paperRef.current;
    if (box === null) return;
    const zoom = Math.max(camera.zoom, MIN_LETTER_PX / fitted.size);
    const size = rig.size();
    const corner = toScreen(camera, rect);
    // Larger than on the board it would run out of the view at the edges.
    const x = clamp(corner.x, EDGE_PX, Math.max(EDGE_PX, size.w - rect.w * zoom - EDGE_PX));
    const [top, bottom] = visibleWithin(box.parentElement?.getBoundingClientRect().top ?? 0, size.h);
    const y = clamp(corner.y, top + EDGE_PX, Math.max(top + EDGE_PX, bottom - rect.h * zoom - EDGE_PX));
    box.style.width = `${rect.w}px`;
    box.style.height = `${rect.h}px`;
    box.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
    box.style.setProperty('--zoom', String(zoom));
    box.style.setProperty('--paper', paper.fill);
    box.style.setProperty('--mark', paper.mark);
    if (fieldRef.current !== null) fieldRef.current.style.fontSize = `${fitted.size}px`;
  });
  useEffect(() => {
    const field = fieldRef.current;
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);

  const { problem, left } = state;
  const count = left <= COUNT_FROM ? labels.charactersLeft(left) : '';
  let hint = count;
  if (problem === 'removed') hint = labels.removed;
  else if (problem !== undefined && problem !== 'tooLong') hint = labels.noWriting(problem);

  return (
    <div ref={paperRef} className="board-editor">
      <textarea
        ref={fieldRef}
        // Uncontrolled: writing the value back while an input method composes would break its word.
        defaultValue={state.text}
        aria-label={labels.noteText}
        aria-describedby={hintId}
        dir="auto"
        autoCapitalize="sentences"
        enterKeyHint="done"
        spellCheck
        onInput={(event) => {
          const composing = event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing;
          if (!composing) editing.input(event.currentTarget.value);
        }}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (editor.newIn === undefined || event.currentTarget.value.trim() !== '') return;
          if (!/\S\s*\n\s*\S/u.test(pasted)) return;
          event.preventDefault();
          if (finish(true)) onLines(editor.newIn, pasted);
        }}
        onCompositionEnd={(event) => editing.input(event.currentTarget.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            finish(false);
          } else if (event.key === 'Escape') {
            event.preventDefault();
            // The first time tells what would be lost, the second time means it.
            finish(editing.state.get().problem !== undefined);
          }
        }}
        onBlur={() => finish(false)}
      />
      {paper.path !== '' && (
        <svg className="board-editor-stamp" viewBox="0 0 24 24" aria-hidden="true">
          <path d={paper.path} fillRule="evenodd" />
        </svg>
      )}
      <p id={hintId} className="board-editor-hint" role="status" hidden={hint === ''}>
        {hint}
      </p>
    </div>
  );
}
