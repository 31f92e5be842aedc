import { describe, expect, it } from 'vitest';
import { createPointerTool } from './pointer-tool.ts';
import { createHost, FRIEND, input, NOTE, OTHER } from './recording-host.ts';

describe('a lasso with Shift', () => {
  it('selects what it touches, besides what was selected, and gives back what it leaves', () => {
    const { host, state, done } = createHost();
    state.selected = new Set([FRIEND]);
    const tool = createPointerTool(host, true);
    tool.down(input(70, 200, { shift: true }), false);
    tool.move(input(120, 30));
    expect(tool.gesture).toBe('lassoing');
    expect(state.lasso).toEqual({ x: 140, y: 60, w: 100, h: 340 });
    expect([...state.selected]).toEqual([FRIEND, OTHER]);
    tool.move(input(40, 30));
    expect([...state.selected]).toEqual([FRIEND, NOTE]);
    tool.up(input(40, 30));
    expect(state.lasso).toBeUndefined();
    expect([...state.selected]).toEqual([FRIEND, NOTE]);
    expect(done).toEqual([]);
  });

  it('leaves the selection as it was when it is cancelled', () => {
    const { host, state } = createHost();
    state.selected = new Set([FRIEND]);
    const tool = createPointerTool(host, true);
    tool.down(input(70, 200, { shift: true }), false);
    tool.move(input(120, 30));
    expect(tool.cancel()).toBe(true);
    expect([...state.selected]).toEqual([FRIEND]);
    expect(state.lasso).toBeUndefined();
  });

  it('takes the board along at an edge', () => {
    const { host, state } = createHost();
    const tool = createPointerTool(host, true);
    tool.down(input(400, 200, { shift: true }), false);
    tool.move(input(2, 30));
    expect([...state.selected]).toEqual([NOTE, OTHER, FRIEND]);
    for (let now = 0; now < 500; now += 20) expect(tool.advance(now)).toBe(true);
    expect(state.camera.x).toBeLessThan(0);
    expect(state.lasso?.w).toBeCloseTo(800 - (state.camera.x + 4));
  });

  it('is not drawn from a note, without Shift, or with the tool that pushes', () => {
    for (const { from, shift, tool: name } of [
      { from: input(10, 10, { shift: true }), shift: true, tool: 'select' },
      { from: input(70, 200), shift: false, tool: 'select' },
      { from: input(70, 200, { shift: true }), shift: true, tool: 'pan' },
    ] as const) {
      const { host, state } = createHost();
      state.tool = name;
      const tool = createPointerTool(host, true);
      tool.down(from, false);
      tool.move(input(120, 90, { shift }));
      expect(tool.gesture).toBe(name === 'select' && shift ? 'dragging' : 'panning');
      expect(state.lasso).toBeUndefined();
    }
  });
});

describe('a finger that rests', () => {
  const finger = { touch: true } as const;

  it('asks for the menu of a note, and does nothing more until it is lifted', () => {
    const { host, state, done, rest } = createHost();
    const tool = createPointerTool(host, true);
    tool.down(input(10, 10, finger), false);
    rest();
    expect(done).toEqual([['menu', { x: 10, y: 10 }]]);
    tool.move(input(60, 60, finger));
    tool.up(input(60, 60, finger));
    expect(done).toHaveLength(1);
    expect(state.selected.size).toBe(0);
  });

  it('draws a lasso from the ground when it moves on, and asks for the menu when it does not', () => {
    const { host, state, done, rest } = createHost();
    const tool = createPointerTool(host, true);
    tool.down(input(70, 200, finger), false);
    rest();
    expect(tool.gesture).toBe('lassoing');
    expect(done).toEqual([]);
    tool.move(input(10, 10, finger));
    tool.up(input(10, 10, finger));
    expect([...state.selected]).toEqual([NOTE]);
    tool.down(input(70, 200, finger), false);
    rest();
    tool.up(input(71, 200, finger));
    expect(done).toEqual([['menu', { x: 70, y: 200 }]]);
  });

  it('is not waited for once the finger moves, is lifted or is joined by another', () => {
    const { host, done, rest } = createHost();
    const tool = createPointerTool(host, true);
    tool.down(input(70, 200, finger), false);
    tool.move(input(90, 200, finger));
    rest();
    expect(tool.gesture).toBe('panning');
    tool.up(input(90, 200, finger));
    tool.down(input(70, 200, finger), false);
    tool.down(input(170, 200, { ...finger, id: 2 }), false);
    rest();
    expect(tool.gesture).toBe('pinching');
    expect(done).toEqual([]);
  });

  it('is not waited for with a mouse', () => {
    const { host, done, rest } = createHost();
    const tool = createPointerTool(host, true);
    tool.down(input(10, 10), false);
    rest();
    expect(tool.gesture).toBe('pointing');
    expect(done).toEqual([]);
  });
});
