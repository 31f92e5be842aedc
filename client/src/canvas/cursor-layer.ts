/** Pointers and names of other people, in the DOM above the canvas: at most twelve, gone after a rest. */
import { paperOf } from '@ruimte/shared/drawing/palette';
import { detailAt } from '@ruimte/shared/drawing/detail';
import { type Board, communityOf } from '@ruimte/shared/projection/board';
import { styleOf } from '@ruimte/shared/schema/community';
import { toScreen } from '../model/camera.ts';
import type { MeetupModel, OtherPresence } from '../model/meetup-model.ts';
import { isPrivateRound } from './private-round.ts';
import type { CameraRig } from './camera-rig.ts';

const MOST = 12;
const REST_MS = 4000;
const CHOOSE_EVERY_MS = 100;
const SVG = 'http://www.w3.org/2000/svg';
const ARROW = 'M4 3l6 17 3-7 7-3z';

interface Cursor {
  readonly element: HTMLElement;
  readonly name: HTMLElement;
  readonly stamp: SVGPathElement;
  at: readonly [number, number];
  movedAt: number;
  /** Only what is shown is moved: the others cost nothing. */
  shown: boolean;
  /** What it was dressed from. */
  person?: OtherPresence['person'];
  communities?: Board['communities'];
}

function drawing(
  path: string,
  className: string,
): { readonly svg: SVGSVGElement; readonly path: SVGPathElement } {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', className);
  const shape = document.createElementNS(SVG, 'path');
  shape.setAttribute('d', path);
  shape.setAttribute('fill-rule', 'evenodd');
  svg.append(shape);
  return { svg, path: shape };
}

function createCursor(): Cursor {
  const element = document.createElement('div');
  element.className = 'board-cursor is-resting';
  const tag = document.createElement('span');
  tag.className = 'board-cursor-tag';
  const stamp = drawing('', 'board-cursor-stamp');
  const name = document.createElement('span');
  tag.append(stamp.svg, name);
  element.append(drawing(ARROW, 'board-cursor-arrow').svg, tag);
  return { element, name, stamp: stamp.path, at: [0, 0], movedAt: -Infinity, shown: false };
}

/** Shows the cursors of others in `layer` until it is closed. */
export function createCursorLayer(
  layer: HTMLElement,
  model: Pick<MeetupModel, 'others' | 'board' | 'stage' | 'session'>,
  rig: CameraRig,
): { close(): void } {
  const cursors = new Map<number, Cursor>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let choosing: ReturnType<typeof setTimeout> | undefined;
  let isFar = false;
  let { communities } = model.board.get();

  function place(cursor: Cursor): void {
    const at = toScreen(rig.camera.get(), { x: cursor.at[0], y: cursor.at[1] });
    cursor.element.style.transform = `translate(${at.x.toFixed(1)}px, ${at.y.toFixed(1)}px)`;
  }
  function isInView(cursor: Cursor): boolean {
    const { x, y } = toScreen(rig.camera.get(), { x: cursor.at[0], y: cursor.at[1] });
    const { w, h } = rig.size();
    return x >= 0 && y >= 0 && x <= w && y <= h;
  }
  function show(cursor: Cursor, shown: boolean): void {
    if (cursor.shown === shown) return;
    cursor.shown = shown;
    if (shown) place(cursor);
    cursor.element.classList.toggle('is-resting', !shown);
  }
  /** Shows the twelve that moved last, and fades those that rest. From afar there are none: notes are a few pixels. */
  function choose(): void {
    clearTimeout(timer);
    timer = undefined;
    const detail = detailAt(rig.camera.get().zoom);
    isFar = detail === 'far' || detail === 'block';
    const now = performance.now();
    const awake = isFar
      ? []
      : [...cursors.values()]
          .filter((cursor) => now - cursor.movedAt < REST_MS)
          .sort((a, b) => b.movedAt - a.movedAt);
    const shown = new Set((awake.length > MOST ? awake.filter(isInView) : awake).slice(0, MOST));
    for (const cursor of cursors.values()) show(cursor, shown.has(cursor));
    const oldest = awake.at(-1);
    if (oldest !== undefined) timer = setTimeout(choose, REST_MS - (now - oldest.movedAt) + 20);
  }
  /** Chooses now and then while many move: who is shown need not change sixty times a second. */
  function chooseSoon(): void {
    choosing ??= setTimeout(() => {
      choosing = undefined;
      choose();
    }, CHOOSE_EVERY_MS);
  }
  function dress(cursor: Cursor, { person }: OtherPresence): void {
    if (cursor.person === person && cursor.communities === communities) return;
    cursor.person = person;
    cursor.communities = communities;
    const community = person && communityOf(communities, person.community);
    const paper = paperOf(community === undefined ? 0 : styleOf(community.number));
    const name = person?.name === '' ? (community?.name ?? '') : (person?.name ?? '');
    cursor.name.textContent = name;
    cursor.stamp.setAttribute('d', paper.path);
    cursor.element.style.setProperty('--paper', paper.fill);
    cursor.element.style.setProperty('--mark', paper.mark);
  }
  function follow(): void {
    ({ communities } = model.board.get());
    const there = new Set<number>();
    let anew = false;
    for (const other of model.others.get()) {
      if (other.cursor === undefined) continue;
      there.add(other.clientId);
      let cursor = cursors.get(other.clientId);
      if (cursor === undefined) {
        cursor = createCursor();
        cursors.set(other.clientId, cursor);
        layer.append(cursor.element);
      }
      dress(cursor, other);
      if (cursor.at[0] === other.cursor[0] && cursor.at[1] === other.cursor[1]) continue;
      cursor.at = other.cursor;
      cursor.movedAt = performance.now();
      if (cursor.shown) place(cursor);
      else anew = true;
    }
    for (const [id, cursor] of cursors) {
      if (there.has(id)) continue;
      cursor.element.remove();
      cursors.delete(id);
    }
    if (anew && !isFar) chooseSoon();
  }
  let settle: ReturnType<typeof setTimeout> | undefined;
  const hide = (): void => {
    layer.hidden = isPrivateRound(model);
  };
  const unwatch = [
    model.stage.subscribe(hide),
    model.others.subscribe(follow),
    rig.camera.subscribe(() => {
      if (cursors.size === 0) return;
      // With the camera they move at once; only their own movement is smoothed.
      layer.classList.add('is-moving');
      clearTimeout(settle);
      settle = setTimeout(() => layer.classList.remove('is-moving'), 100);
      for (const cursor of cursors.values()) if (cursor.shown) place(cursor);
      chooseSoon();
    }),
  ];
  hide();
  follow();
  choose();

  return {
    close: () => {
      for (const stop of unwatch) stop();
      clearTimeout(timer);
      clearTimeout(choosing);
      clearTimeout(settle);
      layer.replaceChildren();
    },
  };
}
