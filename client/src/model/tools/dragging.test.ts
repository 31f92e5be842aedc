import { describe, expect, it } from 'vitest';
import { createPointerTool } from './pointer-tool.ts';
import { createHost, FRIEND, input, NOTE, OTHER } from './recording-host.ts';

describe('carrying a group', () => {
  it('carries the whole group by any of its notes', () => {
    const { host, state, done } = createHost();
    const tool = createPointerTool(host, true);
    tool.down(input(110, 10), false);
    tool.move(input(130, 10));
    tool.up(input(130, 10));
    expect(done).toEqual([
      ['carry', [OTHER, FRIEND], 40, 0],
      ['drop', [OTHER, FRIEND], 40, 0],
    ]);
    expect([...state.selected]).toEqual([OTHER]);
  });

  it('carries it by its name, and selects its notes; a click on the name only selects', () => {
    const { host, state, done } = createHost();
    state.camera = { x: 0, y: -100, zoom: 0.5 };
    const tool = createPointerTool(host, true);
    tool.down(input(110, 30), false);
    tool.up(input(110, 30));
    expect([...state.selected]).toEqual([OTHER, FRIEND]);
    expect(done).toEqual([]);
    tool.down(input(110, 30, { time: 900 }), false);
    tool.move(input(110, 60));
    tool.up(input(110, 60));
    expect(done.at(-1)).toEqual(['drop', [OTHER, FRIEND], 0, 60]);
  });

  it('takes one note out of it with Alt', () => {
    const { host, state, done } = createHost();
    state.selected = new Set([OTHER, FRIEND]);
    const tool = createPointerTool(host, true);
    tool.down(input(110, 10, { alt: true }), false);
    tool.move(input(130, 10));
    tool.up(input(130, 10));
    expect(done).toEqual([
      ['carry', [OTHER], 40, 0],
      ['drop', [OTHER], 40, 0, 'alone'],
    ]);
  });

  it('carries what is selected, and no more, when several notes are', () => {
    const { host, state, done } = createHost();
    state.selected = new Set([NOTE, OTHER]);
    const tool = createPointerTool(host, true);
    tool.down(input(110, 10), false);
    tool.move(input(130, 10));
    tool.up(input(130, 10));
    expect(done.at(-1)).toEqual(['drop', [NOTE, OTHER], 40, 0]);
  });
});

describe('carrying to an edge of the view', () => {
  /** A note in the hand, 10 px from the right edge, with the board moving at full speed. */
  function atTheEdge() {
    const table = createHost();
    const tool = createPointerTool(table.host, true);
    tool.down(input(10, 10), false);
    tool.move(input(790, 300));
    expect(tool.advance(1000)).toBe(true);
    for (let now = 1020; now <= 1400; now += 20) tool.advance(now);
    return { ...table, tool };
  }

  it('moves the board, and the note stays under the pointer', () => {
    const { state, done, tool } = atTheEdge();
    const before = state.camera.x;
    expect(tool.advance(1420)).toBe(true);
    // 900 px/s at the edge, of which 38/48 here; 20 ms at half size.
    expect(state.camera.x - before).toBeCloseTo((900 * (38 / 48) * 0.02) / 0.5);
    expect(state.camera.y).toBe(0);
    const carried = done.at(-1);
    expect(carried?.[2]).toBeCloseTo(state.camera.x + 780 / 0.5);
    tool.up(input(790, 300));
    expect(done.at(-1)?.[2]).toBeCloseTo(state.camera.x + 780 / 0.5);
    expect(tool.advance(1440)).toBe(false);
  });

  it('stops at once away from the edge, outside the view, and when it is cancelled', () => {
    const { state, tool } = atTheEdge();
    let { x } = state.camera;
    for (const away of [input(700, 300), input(810, 300)]) {
      tool.move(away);
      expect(tool.advance(1500)).toBe(false);
      expect(state.camera.x).toBe(x);
    }
    tool.move(input(790, 300));
    tool.advance(1600);
    tool.advance(1650);
    ({ x } = state.camera);
    tool.cancel();
    expect(tool.advance(1700)).toBe(false);
    expect(state.camera.x).toBe(x);
  });

  it('goes slowly at first, and no further for a frame that came late', () => {
    const { host, state } = createHost();
    const tool = createPointerTool(host, true);
    tool.down(input(10, 10), false);
    tool.move(input(800, 300));
    tool.advance(0);
    tool.advance(20);
    const slow = state.camera.x;
    expect(slow).toBeLessThan((900 * 0.02) / 0.5 / 2);
    tool.advance(10_000);
    expect(state.camera.x - slow).toBeCloseTo((900 * 0.05) / 0.5);
  });
});
