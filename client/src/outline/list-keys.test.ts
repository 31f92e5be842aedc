import { expect, test } from 'vitest';
import type { KeyPress } from '../model/key-press.ts';
import { listCommandOf } from './list-keys.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test('arrows walk from note to note, and with Alt from space to space', () => {
  expect(listCommandOf(press('ArrowDown'), 'note', true)).toEqual({ does: 'walk', step: 1 });
  expect(listCommandOf(press('ArrowUp', { altKey: true }), 'heading', true)).toEqual({
    does: 'zone',
    step: -1,
  });
  expect(listCommandOf(press('ArrowDown'), 'control', true)).toBeUndefined();
  expect(listCommandOf(press('ArrowDown', { altKey: true }), 'control', true)).toEqual({
    does: 'zone',
    step: 1,
  });
});

test('in a field every key is text', () => {
  for (const key of ['1', 'n', 'Enter', 'Delete', 'Home', 'PageDown', 'Escape'])
    expect(listCommandOf(press(key), 'field', true)).toBeUndefined();
});

test('keys of one letter can be switched off while the others go on working', () => {
  expect(listCommandOf(press('3'), 'note', true)).toEqual({ does: 'zoneNumber', number: 3 });
  expect(listCommandOf(press('n'), 'heading', true)).toEqual({ does: 'add' });
  expect(listCommandOf(press('3'), 'note', false)).toBeUndefined();
  expect(listCommandOf(press('n'), 'heading', false)).toBeUndefined();
  expect(listCommandOf(press('Delete'), 'note', false)).toEqual({ does: 'remove' });
});

test('Enter and Delete are for notes; buttons keep their own Enter', () => {
  expect(listCommandOf(press('Enter'), 'note', true)).toEqual({ does: 'enter' });
  expect(listCommandOf(press('Enter'), 'control', true)).toBeUndefined();
  expect(listCommandOf(press('Delete'), 'heading', true)).toBeUndefined();
  expect(listCommandOf(press('z', { ctrlKey: true }), 'note', true)).toBeUndefined();
});
