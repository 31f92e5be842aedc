import { expect, test } from 'vitest';
import { createForgivingStorage, createMemoryStorage, findStorage, type KeyValue } from './storage.ts';

function fullAfter(writes: number): KeyValue {
  const kept = createMemoryStorage();
  let left = writes;
  return {
    ...kept,
    setItem: (key, value) => {
      if (left === 0) throw new Error('quota');
      left -= 1;
      kept.setItem(key, value);
    },
  };
}

test('what a full storage does not take stays for as long as the page, and that is said', () => {
  const storage = createForgivingStorage(fullAfter(1));
  storage.setItem('a', 'kept');
  expect(storage.keeping?.get()).toBe(true);
  storage.setItem('b', 'not kept');
  storage.setItem('a', 'newer');
  expect([storage.getItem('a'), storage.getItem('b')]).toEqual(['newer', 'not kept']);
  expect(storage.keeping?.get()).toBe(false);
  storage.removeItem('a');
  storage.removeItem('b');
  expect([storage.getItem('a'), storage.getItem('b')]).toEqual([null, null]);
  expect(storage.keeping?.get()).toBe(true);
});

test('a full storage still gives what it has', () => {
  const full = fullAfter(1);
  full.setItem('session', 'mine');
  expect(createForgivingStorage(full).getItem('session')).toBe('mine');
});

test('a blocked storage fails nobody', () => {
  const fail = (): never => {
    throw new Error('blocked');
  };
  const storage = createForgivingStorage({ getItem: fail, setItem: fail, removeItem: fail });
  expect(storage.getItem('a')).toBeNull();
  storage.setItem('a', '1');
  expect(storage.getItem('a')).toBe('1');
  storage.removeItem('a');
  expect(storage.getItem('a')).toBeNull();
});

test('without browser storage things last as long as the page', () => {
  const storage = findStorage('sessionStorage');
  storage.setItem('a', '1');
  expect(storage.getItem('a')).toBe('1');
});
