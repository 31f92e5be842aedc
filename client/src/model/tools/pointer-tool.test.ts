import { describe, expect, it } from 'vitest';
import { toBoard } from '../camera.ts';
import { createPointerTool } from './pointer-tool.ts';
import { createHost, input, NOTE, OTHER } from './recording-host.ts';

describe('pointing', () => {
  it('selects one note with a click, and adds to it with Shift', () => {
    const { host, state } = createHost();
    const tool = createPointerTool(host, true);
    tool.down(input(10, 10), false);
    tool.up(input(10, 10));
    tool.down(input(110, 10, { shift: true, time: 900 }), false);
    tool.up(input(110, 10, { shift: true, time: 900 }));
    expect([...state.selected]).toEqual([NOTE, OTHER]);
  });

  it('deselects with a click on the ground', () => {
    const { host, state } = createHost();
    state.selected = new Set([NOTE]);
    const tool = createPointerTool(host, true);
    tool.down(input(400, 400), false);
    tool.up(input(400, 400));
    expect(state.selected.size).toBe(0);
  });

  it('takes the person to where they click, so that new notes go there', () => {
    const { host, state } = createHost();
    const tool = createPointerTool(host, true);
    tool.down(input(400, 300, { touch: true }), false);
    expect(state.entered).toBeUndefined();
    tool.up(input(400, 300, { touch: true }));
    expect(state.entered).toEqual({ x: 400, y: 300 });
  });

  it('gives a dot with each press on a note while the tool gives dots, and carries nothing', () => {
    const { host, state, done } = createHost();
    state.tool = 'dot';
    const tool = createPointerTool(host, true);
    for (const time of [0, 200]) {
      tool.down(input(10, 10, { time }), false);
      tool.up(input(10, 10, { time }));
    }
    tool.down(input(10, 10, { time: 900 }), false);
    tool.move(input(60, 60, { time: 950 }));
    expect(tool.gesture).toBe('panning');
    expect(done).toEqual([
      ['giveDot', NOTE],
      ['giveDot', NOTE],
    ]);
  });

  it('opens a note with a double click, and a new one with a double click beside it', () => {
    const { host, done } = createHost();
    const tool = createPointerTool(host, true);
    for (const time of [0, 200]) {
      tool.down(input(10, 10, { time }), false);
      tool.up(input(10, 10, { time }));
    }
    for (const time of [2000, 2200]) {
      tool.down(input(400, 400, { time }), false);
      tool.up(input(400, 400, { time }));
    }
    expect(done).toEqual([
      ['edit', NOTE],
      ['addAt', { x: 800, y: 800 }],
    ]);
  });

  it('opens a note with a second tap, however slow, and looks at a zone with a double tap', () => {
    const { host, done } = createHost();
    const tool = createPointerTool(host, true);
    for (const time of [0, 5000]) {
      tool.down(input(10, 10, { time, touch: true }), false);
      tool.up(input(10, 10, { time, touch: true }));
    }
    for (const time of [9000, 9200]) {
      tool.down(input(400, 400, { time, touch: true }), false);
      tool.up(input(400, 400, { time, touch: true }));
    }
    expect(done).toEqual([
      ['edit', NOTE],
      ['lookAt', { x: 800, y: 800 }],
    ]);
  });
});

describe('picking', () => {
  it('picks the note that is clicked, and neither selects nor opens it', () => {
    const { host, state, done } = createHost();
    state.picking = true;
    const tool = createPointerTool(host, true);
    for (const time of [0, 200]) {
      tool.down(input(10, 10, { time }), false);
      tool.up(input(10, 10, { time }));
    }
    tool.down(input(400, 400, { time: 300 }), false);
    tool.up(input(400, 400, { time: 300 }));
    expect(done).toEqual([
      ['pick', NOTE],
      ['pick', NOTE],
    ]);
    expect(state.selected.size).toBe(0);
  });

  it('still carries a note that is dragged', () => {
    const { host, state, done } = createHost();
    state.picking = true;
    const tool = createPointerTool(host, true);
    tool.down(input(10, 10), false);
    tool.move(input(30, 20));
    tool.up(input(30, 20));
    expect(done.map(([what]) => what)).toEqual(['carry', 'drop']);
  });
});

describe('dragging', () => {
  it('shows the note on its way and writes it once when it is laid down', () => {
    const { host, done } = createHost();
    const tool = createPointerTool(host, true);
    tool.down(input(10, 10), false);
    tool.move(input(11, 10));
    tool.move(input(30, 20));
    expect(tool.gesture).toBe('dragging');
    tool.up(input(30, 20));
    expect(done).toEqual([
      ['carry', [NOTE], 40, 20],
      ['drop', [NOTE], 40, 20],
    ]);
  });

  it('takes a note with a finger after 6 px, and sooner once it has rested there for 150 ms', () => {
    const { host, done } = createHost();
    const tool = createPointerTool(host, true);
    tool.down(input(10, 10, { touch: true }), false);
    tool.move(input(15, 10, { touch: true, time: 149 }));
    expect(tool.gesture).toBe('pointing');
    tool.move(input(15, 10, { touch: true, time: 150 }));
    expect(tool.gesture).toBe('dragging');
    tool.cancel();
    tool.down(input(10, 10, { touch: true, time: 1000 }), false);
    tool.move(input(16, 10, { touch: true, time: 1001 }));
    expect(tool.gesture).toBe('dragging');
    tool.up(input(16, 10, { touch: true, time: 1100 }));
    expect(done.at(-1)).toEqual(['drop', [NOTE], 12, 0]);
  });

  it('carries everything that is selected', () => {
    const { host, state, done } = createHost();
    state.selected = new Set([OTHER, NOTE]);
    const tool = createPointerTool(host, true);
    tool.down(input(10, 10), false);
    tool.move(input(30, 10));
    tool.up(input(30, 10));
    expect(done.at(-1)).toEqual(['drop', [OTHER, NOTE], 40, 0]);
  });

  it('puts the note back when it is cancelled, and writes nothing', () => {
    const { host, done } = createHost();
    const tool = createPointerTool(host, true);
    tool.down(input(10, 10), false);
    tool.move(input(30, 20));
    expect(tool.cancel()).toBe(true);
    tool.up(input(30, 20));
    expect(done.map(([what]) => what)).toEqual(['carry', 'putBack']);
    expect(tool.cancel()).toBe(false);
  });

  it('tells why a note cannot be moved, and pushes the board instead', () => {
    const { host, state, done } = createHost(false);
    const tool = createPointerTool(host, true);
    tool.down(input(10, 10), false);
    tool.move(input(30, 10));
    tool.up(input(30, 10));
    expect(done).toEqual([['refuse']]);
    expect(state.camera.x).toBe(-40);
  });

  it('puts the note back when the board is locked while it is in the hand', () => {
    const { host, state, done } = createHost();
    const tool = createPointerTool(host, true);
    tool.down(input(10, 10), false);
    tool.move(input(30, 10));
    state.mayMove = false;
    tool.up(input(30, 10));
    expect(done.map(([what]) => what)).toEqual(['carry', 'putBack', 'refuse']);
  });

  it('follows the pointer when the camera moves meanwhile', () => {
    const { host, state, done } = createHost();
    const tool = createPointerTool(host, true);
    tool.down(input(10, 10), false);
    tool.move(input(30, 10));
    state.camera = { x: 100, y: 0, zoom: 0.5 };
    tool.up(input(30, 10));
    expect(done.at(-1)).toEqual(['drop', [NOTE], 140, 0]);
  });
});

describe('panning and pinching', () => {
  it('pushes the board from the ground, and from a note with the space bar', () => {
    const { host, state } = createHost();
    const tool = createPointerTool(host, true);
    tool.down(input(400, 400), false);
    tool.move(input(420, 390));
    tool.up(input(420, 390));
    expect(state.camera).toEqual({ x: -40, y: 20, zoom: 0.5 });
    tool.down(input(10, 10), true);
    tool.move(input(10, 20));
    tool.up(input(10, 20));
    expect(state.camera.y).toBe(0);
  });

  it('pushes the board from a note with the tool for it, and still selects with a click', () => {
    const { host, state, done } = createHost();
    state.tool = 'pan';
    const tool = createPointerTool(host, true);
    tool.down(input(10, 10), false);
    tool.move(input(30, 10));
    tool.up(input(30, 10));
    expect(state.camera.x).toBe(-40);
    expect(done).toEqual([]);
    // The note lies twenty pixels further now.
    tool.down(input(35, 10, { time: 900 }), false);
    tool.up(input(35, 10, { time: 900 }));
    expect([...state.selected]).toEqual([NOTE]);
  });

  it('only pushes and zooms on a board that is looked at', () => {
    const { host, state, done } = createHost();
    const tool = createPointerTool(host, false);
    tool.down(input(10, 10), false);
    tool.move(input(40, 10));
    tool.up(input(40, 10));
    expect(state.camera.x).toBe(-60);
    expect(done).toEqual([]);
  });

  it('zooms around the middle of two fingers, and puts back what the first one carried', () => {
    const { host, state, done } = createHost();
    const tool = createPointerTool(host, true);
    tool.down(input(10, 10, { touch: true }), false);
    tool.move(input(30, 10, { touch: true }));
    tool.down(input(130, 10, { id: 2, touch: true }), false);
    expect(tool.gesture).toBe('pinching');
    const under = toBoard(state.camera, { x: 80, y: 10 });
    tool.move(input(230, 10, { id: 2, touch: true }));
    expect(state.camera.zoom).toBeCloseTo(1);
    expect(toBoard(state.camera, { x: 130, y: 10 }).x).toBeCloseTo(under.x);
    expect(done.at(-1)).toEqual(['putBack']);
    tool.up(input(230, 10, { id: 2, touch: true }));
    expect(tool.gesture).toBe('panning');
    tool.up(input(30, 10, { touch: true }));
    expect(tool.gesture).toBeUndefined();
  });
});
