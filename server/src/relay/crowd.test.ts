import { expect, test } from 'vitest';
import { Crowd } from './crowd.ts';

test('[R28] people count, not sockets: somebody who is here always fits once more', () => {
  const crowd = new Crowd({ peoplePerBoard: 2, peoplePerProcess: 10 });
  for (const person of ['noor', 'noor', 'noor', 'tom']) crowd.enter('bord', person);
  expect(crowd.hasRoomFor('bord', 'noor')).toBe(true);
  expect(crowd.hasRoomFor('bord', 'iris')).toBe(false);
  expect(crowd.hasRoomFor('ander bord', 'iris')).toBe(true);
});

test('[R28] a place is free once the last socket of a person has closed', () => {
  const crowd = new Crowd({ peoplePerBoard: 10, peoplePerProcess: 1 });
  crowd.enter('bord', 'noor');
  crowd.enter('ander bord', 'noor');
  crowd.leave('bord', 'noor');
  expect(crowd.hasRoomFor('derde bord', 'tom')).toBe(false);
  crowd.leave('ander bord', 'noor');
  expect(crowd.hasRoomFor('derde bord', 'tom')).toBe(true);
});
