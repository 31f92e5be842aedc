import { expect, it } from 'vitest';
import type { KeyPress } from '../model/key-press.ts';
import { commandOf } from './keyboard.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

it('walks, nudges, and goes to other spaces with the arrows', () => {
  expect(commandOf(press('ArrowUp'), true)).toEqual({ does: 'goToNote', direction: 'up' });
  expect(commandOf(press('ArrowUp', { shiftKey: true }), true)).toEqual({ does: 'nudge', direction: 'up' });
  expect(commandOf(press('ArrowUp', { altKey: true }), true)).toEqual({ does: 'goToZone', direction: 'up' });
  expect(commandOf(press('ArrowUp', { altKey: true, shiftKey: true }), true)).toEqual({
    does: 'sendToZone',
    direction: 'up',
  });
});

it('undoes and redoes, also with the command key', () => {
  expect(commandOf(press('z', { ctrlKey: true }), true)).toEqual({ does: 'undo' });
  expect(commandOf(press('Z', { metaKey: true, shiftKey: true }), true)).toEqual({ does: 'redo' });
});

it('leaves keys of the browser alone', () => {
  for (const key of ['+', '-', '0', 'n', 'ArrowLeft']) {
    expect(commandOf(press(key, { ctrlKey: true }), true)).toBeUndefined();
  }
  expect(commandOf(press('Tab'), true)).toBeUndefined();
  expect(commandOf(press('x'), true)).toBeUndefined();
});

it('can do without keys of one character', () => {
  expect(commandOf(press('n'), true)).toEqual({ does: 'add' });
  expect(commandOf(press('7'), true)).toEqual({ does: 'goToZoneNumber', number: 7 });
  expect(commandOf(press('n'), false)).toEqual({ does: 'type', text: 'n' });
  expect(commandOf(press('É', { shiftKey: true }), false)).toEqual({ does: 'type', text: 'É' });
  for (const key of ['+', '-', ' ', 'F5', 'Dead', 'Tab'])
    expect(commandOf(press(key), false)).toBeUndefined();
  expect(commandOf(press('n', { ctrlKey: true }), false)).toBeUndefined();
  expect(commandOf(press('Delete'), false)).toEqual({ does: 'remove' });
});

it('chooses a tool and asks for the menu', () => {
  expect(commandOf(press('v'), true)).toEqual({ does: 'selectTool' });
  expect(commandOf(press('h'), true)).toEqual({ does: 'panTool' });
  expect(commandOf(press('ContextMenu'), false)).toEqual({ does: 'menu' });
  expect(commandOf(press('F10', { shiftKey: true }), false)).toEqual({ does: 'menu' });
  expect(commandOf(press('F10'), true)).toBeUndefined();
});

it('goes to the ends of a space and to the spaces in their order, and selects all of one', () => {
  expect(commandOf(press('Home'), false)).toEqual({ does: 'goToEnd', end: 'first' });
  expect(commandOf(press('End'), false)).toEqual({ does: 'goToEnd', end: 'last' });
  expect(commandOf(press('PageUp'), false)).toEqual({ does: 'goToZoneInOrder', step: -1 });
  expect(commandOf(press('PageDown'), false)).toEqual({ does: 'goToZoneInOrder', step: 1 });
  expect(commandOf(press('a', { ctrlKey: true }), false)).toEqual({ does: 'selectAll' });
  expect(commandOf(press('a', { ctrlKey: true, shiftKey: true }), false)).toBeUndefined();
});
