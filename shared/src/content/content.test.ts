import { expect, test } from 'vitest';
import index from './formats/index.json' with { type: 'json' };
import { FIRST_ROLES, PARTICIPANT_ROLES } from './roles.ts';
import { FORMATS } from './formats.ts';
import { parseFormat } from './format.ts';
import { SPACES } from './spaces.ts';

test('all twenty formats fit the schema, in the order of the index', () => {
  expect([...FORMATS.keys()]).toEqual(index.map(({ id }) => id));
  for (const { id, minutes, phase } of index) {
    expect(FORMATS.get(id as never)).toMatchObject({ minutes, phase });
  }
});

test('a nine-spaces format lists all nine spaces in their places', () => {
  for (const format of FORMATS.values()) {
    if (format.layout.kind !== 'nine-spaces') continue;
    for (const zone of format.layout.zones) {
      expect(SPACES.get(zone.id)?.cell, `${format.id} ${zone.id}`).toEqual([zone.col, zone.row]);
    }
    expect(format.layout.zones).toHaveLength(9);
  }
});

test('the minutes of the rounds add up to those of the format', () => {
  for (const { id, minutes, rounds } of FORMATS.values()) {
    expect(
      rounds.reduce((sum, round) => sum + round.minutes, 0),
      id,
    ).toBe(minutes);
  }
});

test('a file that does not fit is refused with a reason', () => {
  const [format] = FORMATS.values();
  expect(parseFormat(null)).toMatchObject({ ok: false });
  expect(parseFormat({ ...format, rounds: [] })).toMatchObject({ ok: false });
  expect(parseFormat({ ...format, surprise: true })).toMatchObject({ ok: false });
  const [round] = format?.rounds ?? [];
  expect(parseFormat({ ...format, rounds: [{ ...round, focus: 'nergens' }] })).toMatchObject({
    ok: false,
    reason: expect.stringContaining('nergens'),
  });
  expect(parseFormat({ ...format, rounds: [round, round] })).toMatchObject({ ok: false });
});

test('there are six roles before "meer" and more behind it', () => {
  expect(PARTICIPANT_ROLES.length).toBeGreaterThan(FIRST_ROLES);
});
