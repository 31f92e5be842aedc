// What the documentation of react-konva leads to: one group per note, kept in React's state.
import { createElement, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Circle, Group, Layer, Rect, Stage, Text } from 'react-konva';
import { boardElement, firstCamera, playOthers, readSaved } from './page.mjs';

const ZOOM_RATE = 0.0075;
const saved = await readSaved();
const element = boardElement();
const size = { width: element.clientWidth, height: element.clientHeight };
let stopOthers = () => undefined;

function Board() {
  const [camera, setCamera] = useState(firstCamera);
  const [notes, setNotes] = useState(saved.notes);
  const [cursors, setCursors] = useState([]);

  useEffect(() => {
    window.board = {
      setCamera,
      placeOf: (index) => ({ x: notes[index].x, y: notes[index].y }),
      startOthers: (view, moved) => {
        stopOthers = playOthers(view, moved, (pointers, { index, x, y }) => {
          setCursors(pointers);
          setNotes((before) => before.map((note, at) => (at === index ? { ...note, x, y } : note)));
        });
      },
      stopOthers: () => stopOthers(),
    };
  }, [notes]);
  useEffect(() => window.bench.painted(), []);

  function onWheel({ evt }) {
    evt.preventDefault();
    const at = { x: evt.offsetX, y: evt.offsetY };
    setCamera(({ x, y, zoom }) => {
      if (!evt.ctrlKey) return { x: x + evt.deltaX / zoom, y: y + evt.deltaY / zoom, zoom };
      const next = zoom * Math.exp(-evt.deltaY * ZOOM_RATE);
      return { x: x + at.x / zoom - at.x / next, y: y + at.y / zoom - at.y / next, zoom: next };
    });
  }

  return createElement(
    Stage,
    {
      ...size,
      x: -camera.x * camera.zoom,
      y: -camera.y * camera.zoom,
      scaleX: camera.zoom,
      scaleY: camera.zoom,
      onWheel,
    },
    createElement(
      Layer,
      null,
      saved.zones.map(({ id, x, y, w, h, title }) =>
        createElement(
          Group,
          { key: id, x, y },
          createElement(Rect, { width: w, height: h, fill: '#f1f3f5', cornerRadius: 4 }),
          createElement(Text, { x: 32, y: 22, text: title, fontSize: 44 }),
        ),
      ),
      notes.map((note, index) =>
        createElement(
          Group,
          {
            key: note.id,
            x: note.x,
            y: note.y,
            draggable: true,
            onDragEnd: ({ target }) =>
              setNotes((before) =>
                before.map((each, at) => (at === index ? { ...each, x: target.x(), y: target.y() } : each)),
              ),
          },
          createElement(Rect, {
            width: note.w,
            height: note.h,
            fill: note.fill,
            cornerRadius: 2,
            stroke: '#00000022',
          }),
          createElement(Text, { x: 14, y: 11, width: note.w - 28, text: note.text, fontSize: 24 }),
          createElement(Text, { x: 50, y: note.h - 30, text: note.author, fontSize: 20, fill: '#555555' }),
        ),
      ),
    ),
    createElement(
      Layer,
      { listening: false },
      cursors.map(({ id, name, x, y }) =>
        createElement(
          Group,
          { key: id, x, y, scaleX: 1 / camera.zoom, scaleY: 1 / camera.zoom },
          createElement(Circle, { radius: 5, fill: '#1971c2' }),
          createElement(Text, { x: 8, y: 8, text: name, fontSize: 12 }),
        ),
      ),
    ),
  );
}

createRoot(element).render(createElement(Board));
