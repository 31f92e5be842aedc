// What both peer pages share: their place on the page, the camera they begin with, and the traffic of others.

const query = new URLSearchParams(location.search);
const numbers = (name) => (query.get(name) ?? '').split(',').map(Number);

/** The element of the board, as large as that of the product. */
export function boardElement() {
  const [x, y, w, h] = numbers('box');
  const element = document.getElementById('board');
  Object.assign(element.style, { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px` });
  return element;
}

/** `x`, `y`: the board point in the upper left corner; `zoom`: css pixels per board unit. */
export function firstCamera() {
  const [x, y, zoom] = numbers('camera');
  return { x, y, zoom };
}

export async function readSaved() {
  const response = await fetch(query.get('saved'));
  return response.json();
}

const EVERY_MS = 50;
const PEOPLE = 50;

/** Fifty cursors and one moved note, twenty times a second, until the returned function is called. */
export function playOthers(view, notes, show) {
  let turn = 0;
  const timer = setInterval(() => {
    turn += 1;
    const cursors = Array.from({ length: PEOPLE }, (_, person) => ({
      id: `person-${person}`,
      name: `Deelnemer ${person}`,
      x: view.x + view.w * (0.5 + 0.45 * Math.sin(turn / 20 + person)),
      y: view.y + view.h * (0.5 + 0.45 * Math.cos(turn / 23 + person * 2)),
    }));
    const note = notes[turn % notes.length];
    show(cursors, { index: note.index, x: note.x + 8 * Math.sin(turn), y: note.y + 8 * Math.cos(turn) });
  }, EVERY_MS);
  return () => clearInterval(timer);
}
