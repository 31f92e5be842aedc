/** What a device remembers, with storage and without. */
import type { MeetupId } from '@ruimte/shared/ids';
import { expect, test } from 'vitest';
import { type Device, openDevice } from './device.ts';
import { createMemoryStorage, findStorage } from './storage.ts';

const KRING = 'kring' as MeetupId;
const DAG = 'dag' as MeetupId;

function open(): { device: Device; again: () => Device; newTab: () => Device } {
  const shared = createMemoryStorage();
  const tab = createMemoryStorage();
  return {
    device: openDevice(shared, tab),
    again: () => openDevice(shared, tab),
    newTab: () => openDevice(shared, createMemoryStorage()),
  };
}

test('a device stays the same person in a role until it starts afresh', () => {
  const { device, again } = open();
  const secret = device.secret('participant');
  expect(again().secret('participant')).toBe(secret);
  expect(device.secret('facilitator')).not.toBe(secret);
  device.startAfresh('participant', KRING);
  expect(again().secret('participant', KRING)).not.toBe(secret);
  expect(again().secret('participant', DAG)).toBe(secret);
});

test('starting afresh forgets the name and the session of that role in that meet-up alone', () => {
  const { device } = open();
  device.setName('Iris');
  device.rememberSession({ meetup: KRING, role: 'participant', session: 'p' });
  device.rememberSession({ meetup: KRING, role: 'facilitator', session: 'f' });
  device.rememberSession({ meetup: DAG, role: 'participant', session: 'd' });
  device.startAfresh('participant', KRING);
  expect(device.name()).toBe('');
  expect(device.session(DAG, 'participant')?.session).toBe('d');
  expect(device.session(KRING, 'participant')).toBeUndefined();
  expect(device.session(KRING, 'facilitator')?.session).toBe('f');
});

test('each tab stays in the meet-up it joined', () => {
  const { device, newTab, again } = open();
  device.rememberSession({ meetup: KRING, role: 'facilitator', session: 'f' });
  newTab().rememberSession({ meetup: KRING, role: 'wall', session: 'w' });
  expect(again().currentSession()?.role).toBe('facilitator');
});

test('a new tab is in the meet-up joined last', () => {
  const { device, newTab } = open();
  device.rememberSession({ meetup: KRING, role: 'participant', session: 'old' });
  device.rememberSession({ meetup: DAG, role: 'participant', session: 'new' });
  expect(newTab().currentSession()?.session).toBe('new');
});

test('a tab whose session was forgotten is in no meet-up', () => {
  const { device } = open();
  device.rememberSession({ meetup: DAG, role: 'participant', session: 'other' });
  device.rememberSession({ meetup: KRING, role: 'participant', session: 'p' });
  device.forgetSession(KRING, 'participant');
  expect(device.currentSession()).toBeUndefined();
});

test('junk in storage reads as nothing', () => {
  const shared = createMemoryStorage();
  shared.setItem('ruimte.sessions', '[{"meetup":1},null,{"meetup":"m","role":"king","session":"s"}');
  shared.setItem('ruimte.language', 'tlh');
  shared.setItem('ruimte.device.participant', 'short');
  const device = openDevice(shared, createMemoryStorage());
  expect(device.currentSession()).toBeUndefined();
  expect(device.language()).toBeUndefined();
  expect(device.secret('participant')).toHaveLength(22);
});

test('without browser storage things last as long as the page', () => {
  const storage = findStorage('localStorage');
  storage.setItem('a', '1');
  expect(storage.getItem('a')).toBe('1');
  storage.removeItem('a');
  expect(storage.getItem('a')).toBeNull();
});
