// Excalidraw with a saved document, as its documentation shows it.
import { Excalidraw } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { boardElement, firstCamera, playOthers, readSaved } from './page.mjs';

const toScroll = ({ x, y, zoom }) => ({ scrollX: -x, scrollY: -y, zoom: { value: zoom } });

const saved = await readSaved();
let excalidraw;
let stopOthers = () => undefined;
const noteId = (index) => `note-${index}`;
const textId = (index) => `text-${index}`;

function moveNote({ index, x, y }) {
  const elements = excalidraw.getSceneElementsIncludingDeleted();
  const old = elements.find(({ id }) => id === noteId(index));
  const [dx, dy] = [x - old.x, y - old.y];
  return elements.map((element) =>
    element.id === noteId(index) || element.id === textId(index)
      ? {
          ...element,
          x: element.x + dx,
          y: element.y + dy,
          version: element.version + 1,
          versionNonce: Math.floor(Math.random() * 2 ** 31),
          updated: Date.now(),
        }
      : element,
  );
}

window.board = {
  setCamera: (camera) => excalidraw.updateScene({ appState: toScroll(camera) }),
  placeOf: (index) => {
    const { x, y } = excalidraw.getSceneElements().find(({ id }) => id === noteId(index));
    return { x, y };
  },
  startOthers: (view, notes) => {
    stopOthers = playOthers(view, notes, (cursors, move) =>
      excalidraw.updateScene({
        elements: moveNote(move),
        collaborators: new Map(
          cursors.map(({ id, name, x, y }) => [
            id,
            { username: name, pointer: { x, y, tool: 'pointer' }, button: 'up', selectedElementIds: {} },
          ]),
        ),
      }),
    );
  },
  stopOthers: () => stopOthers(),
};

let told = false;
createRoot(boardElement()).render(
  createElement(Excalidraw, {
    excalidrawAPI: (api) => {
      excalidraw = api;
    },
    initialData: {
      elements: saved.elements,
      appState: { ...toScroll(firstCamera()), zenModeEnabled: true, viewBackgroundColor: '#ffffff' },
    },
    onChange: (elements, { isLoading }) => {
      if (told || isLoading || elements.length < saved.elements.length) return;
      told = true;
      window.bench.painted();
    },
  }),
);
