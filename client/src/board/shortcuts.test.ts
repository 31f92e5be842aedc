import { expect, test } from 'vitest';
import type { KeyPress } from '../model/key-press.ts';
import { type KeyPlace, shortcutOf } from './shortcuts.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
const page: KeyPlace = { typing: false, pressable: false, facilitator: true, singleKeys: true };

test('in a field every key is text, undo included', () => {
  const field = { ...page, typing: true };
  for (const key of ['l', 'p', ' ']) expect(shortcutOf(press(key), field)).toBeUndefined();
  expect(shortcutOf(press('z', { ctrlKey: true }), field)).toBeUndefined();
});

test('keys of one letter can be switched off while the others go on working', () => {
  const off = { ...page, singleKeys: false };
  expect(shortcutOf(press('l'), off)).toBeUndefined();
  expect(shortcutOf(press('z', { ctrlKey: true }), off)).toBe('undo');
});

test('space leads only where it presses nothing', () => {
  expect(shortcutOf(press(' '), page)).toBe('pause');
  expect(shortcutOf(press(' '), { ...page, pressable: true })).toBeUndefined();
});

test('a participant has no keys that lead', () => {
  const participant = { ...page, facilitator: false };
  expect(shortcutOf(press('p'), participant)).toBeUndefined();
  expect(shortcutOf(press(' '), participant)).toBeUndefined();
  expect(shortcutOf(press('Enter', { ctrlKey: true }), participant)).toBeUndefined();
  expect(shortcutOf(press('l'), participant)).toBe('view');
});

test('undo and redo answer to both customs', () => {
  expect(shortcutOf(press('Z', { ctrlKey: true, shiftKey: true }), page)).toBe('redo');
  expect(shortcutOf(press('y', { ctrlKey: true }), page)).toBe('redo');
  expect(shortcutOf(press('z', { metaKey: true }), page)).toBe('undo');
});

test('the key that moves a note works from the board and from a note in the list alike', () => {
  expect(shortcutOf(press('m'), { ...page, facilitator: false, pressable: true })).toBe('move');
  expect(shortcutOf(press('m'), { ...page, typing: true })).toBeUndefined();
});

test('keys of one letter reach every tool, and question mark and slash work with Shift as they are typed', () => {
  const participant = { ...page, facilitator: false };
  for (const [key, does] of [
    ['g', 'group'],
    ['k', 'link'],
    ['c', 'copy'],
    ['s', 'giveDot'],
    ['/', 'search'],
  ] as const)
    expect(shortcutOf(press(key), participant)).toBe(does);
  expect(shortcutOf(press('S', { shiftKey: true }), participant)).toBe('takeDot');
  expect(shortcutOf(press('?', { shiftKey: true }), participant)).toBe('keys');
  expect(shortcutOf(press('/', { shiftKey: true }), participant)).toBe('search');
  expect(shortcutOf(press('f'), participant)).toBeUndefined();
  expect(shortcutOf(press('f'), page)).toBe('fullScreen');
});
