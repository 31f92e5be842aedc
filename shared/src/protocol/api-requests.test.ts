import { expect, test } from 'vitest';
import { createId, createSecret } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { API, type ApiName } from './api.ts';
import { parseRequest } from './api-requests.ts';

const device = createSecret();
const meetup = {
  format: 'vrij-associeren',
  title: 'Kick-off',
  date: '2026-11-22',
  locale: 'nl',
  communities: [{ name: 'Zuid' }],
};
const entry = {
  id: createId(),
  zone: 'twijfel',
  text: 'durven',
  round: '',
  typedAt: 1_700_000_000_000.5,
  generation: 1,
};

const ok = (name: ApiName, input: unknown) => parseRequest(name, input).ok;

test('honest requests are taken as they are', () => {
  const requests: [ApiName, unknown][] = [
    ['health', {}],
    ['signIn', { link: createSecret() }],
    ['signIn', { passphrase: 'negen ruimtes' }],
    ['createMeetup', meetup],
    ['updateMeetup', { id: createId(), title: 'Later' }],
    ['updateCommunity', { id: createId(), community: createId(), remove: true }],
    ['lookUp', { code: 'klei 4827' }],
    ['lookUp', { secret: createSecret(), device }],
    ['join', { secret: createSecret(), device, name: '', community: '' }],
    ['join', { code: 'KLEI4827', device, name: 'Noor', community: '', newCommunity: 'Oost', task: 'leraar' }],
    ['ticket', { document: 'desk', generation: 2 }],
    ['outbox', { entries: [entry] }],
    ['command', { id: createId(), command: { type: 'goToRound', round: 'rondgang', fromRevision: 0 } }],
    ['command', { id: createId(), command: { type: 'spotlight', on: null } }],
    ['command', { id: createId(), command: { type: 'restoreNotes', author: createId() } }],
    ['command', { id: createId(), command: { type: 'restoreNotes', removedBy: createId() } }],
    [
      'command',
      { id: createId(), command: { type: 'restoreNotes', removedBy: createId(), between: [5, 9] } },
    ],
    ['command', { id: createId(), command: { type: 'spotlight', on: { zone: 'twijfel' } } }],
  ];
  for (const [name, input] of requests) expect(parseRequest(name, input)).toEqual({ ok: true, value: input });
});

test('whatever is no object is refused by every endpoint, and so is a field nobody knows', () => {
  for (const name of Object.keys(API) as ApiName[]) {
    for (const junk of [undefined, null, 1, 'x', [], [1], { unknown: 1 }]) expect(ok(name, junk)).toBe(false);
  }
  expect(ok('createMeetup', { ...meetup, extra: 1 })).toBe(false);
});

test('fields of the prototype are refused like any unknown field', () => {
  const hostile = JSON.parse('{"__proto__":{"role":"organiser"},"constructor":{}}') as object;
  expect(ok('health', hostile)).toBe(false);
  expect(ok('createMeetup', Object.fromEntries([...Object.entries(meetup), ['__proto__', {}]]))).toBe(false);
  expect(({} as Record<string, unknown>)['role']).toBeUndefined();
});

test('names and titles are cleaned, and empty ones are refused', () => {
  const title = '  Kick-off\u202e\n van  Zuid ';
  expect(parseRequest('createMeetup', { ...meetup, title })).toMatchObject({
    value: { title: 'Kick-off van Zuid' },
  });
  expect(ok('createMeetup', { ...meetup, title: ' \u0000 ' })).toBe(false);
  expect(ok('createMeetup', { ...meetup, communities: [{ name: ' ' }] })).toBe(false);
  expect(ok('addCommunity', { id: createId(), name: '\n' })).toBe(false);
});

test('a name has at most forty characters as people count them', () => {
  const accept = (name: string) => ok('addCommunity', { id: createId(), name });
  expect(accept('é'.repeat(LIMITS.nameGraphemes))).toBe(true);
  expect(accept('🎻'.repeat(LIMITS.nameGraphemes))).toBe(true);
  expect(accept('e'.repeat(LIMITS.nameGraphemes + 1))).toBe(false);
  expect(accept(`e${'\u0301'.repeat(LIMITS.stringValueUnits + 1)}`)).toBe(false);
});

test('a date is a day that exists', () => {
  for (const date of ['2026-02-28', '2028-02-29']) expect(ok('createMeetup', { ...meetup, date })).toBe(true);
  for (const date of ['2026-02-29', '2026-13-01', '2026-1-1', '22-11-2026', '2026-11-22T10:00', '']) {
    expect(ok('createMeetup', { ...meetup, date })).toBe(false);
  }
});

test('a request enters by link or by code, not by both', () => {
  expect(ok('lookUp', {})).toBe(false);
  expect(ok('lookUp', { secret: createSecret(), code: 'KLEI4827' })).toBe(false);
});

test('lists are bounded at the limit', () => {
  const communities = (count: number) => Array.from({ length: count }, () => ({ name: 'Zuid' }));
  expect(ok('createMeetup', { ...meetup, communities: communities(LIMITS.communities) })).toBe(true);
  expect(ok('createMeetup', { ...meetup, communities: communities(LIMITS.communities + 1) })).toBe(false);
  const entries = (count: number) => Array.from({ length: count }, () => entry);
  expect(ok('outbox', { entries: entries(LIMITS.outboxEntriesPerRequest) })).toBe(true);
  expect(ok('outbox', { entries: entries(LIMITS.outboxEntriesPerRequest + 1) })).toBe(false);
});

test('a note that is too long is let through, for an answer of its own, up to four times the bound', () => {
  const accept = (text: string) => ok('outbox', { entries: [{ ...entry, text }] });
  expect(accept('x'.repeat(LIMITS.textUnits * 4))).toBe(true);
  expect(accept('x'.repeat(LIMITS.textUnits * 4 + 1))).toBe(false);
});

test.each([
  { ...entry, id: 'short' },
  { ...entry, zone: '__proto__' },
  { ...entry, typedAt: Number.NaN },
  { ...entry, typedAt: -1 },
  { ...entry, generation: 0 },
  { ...entry, generation: 1.5 },
  { ...entry, late: true },
])('an outbox entry that is wrong somewhere is refused', (wrong) => {
  expect(ok('outbox', { entries: [wrong] })).toBe(false);
});

test.each([
  { type: 'explode' },
  { type: 'lock' },
  { type: 'lock', locked: 'yes' },
  { type: 'extend', ms: Number.POSITIVE_INFINITY },
  { type: 'extend', ms: 5 * 3_600_000 },
  { type: 'spotlight', on: { zone: 'twijfel', note: createId() } },
  { type: 'pause', now: 1 },
  { type: 'restoreNotes' },
  { type: 'restoreNotes', author: createId(), removedBy: createId() },
  { type: 'restoreNotes', author: createId(), between: [5, 9] },
  { type: 'restoreNotes', removedBy: createId(), between: [5] },
  { type: 'restoreNotes', removedBy: createId(), between: [-1, 9] },
])('a command that is none is refused', (command) => {
  expect(ok('command', { id: createId(), command })).toBe(false);
});

test('the reason names the field, never its value', () => {
  const parsed = parseRequest('createMeetup', { ...meetup, date: 'geheim', communities: [{ name: '' }] });
  if (parsed.ok) throw new Error('a wrong date must be refused');
  expect(parsed.reason).toContain('date');
  expect(parsed.reason).toContain('communities.0.name');
  expect(parsed.reason).not.toContain('geheim');
});
