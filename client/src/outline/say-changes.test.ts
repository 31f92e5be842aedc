import type { NoteId, ParticipantId, ZoneId } from '@ruimte/shared/ids';
import { expect, test } from 'vitest';
import { nl } from '../i18n/changes.nl.ts';
import type { Change } from '../model/change-tally.ts';
import { LONGEST_SAID, type Names, sayAway, sayChange, sayChanges, shortWords } from './say-changes.ts';

const PEOPLE: Readonly<Record<string, string>> = { f: 'Fatima', y: 'Yara', b: 'Bas', t: 'Tom' };
const NAMES: Names = { person: (id) => PEOPLE[id], zone: (id) => `de ${id}` };
const change = (kind: Change['kind'], by?: string, zone = 'plek', text = 'ruis'): Change => ({
  kind,
  note: `${kind}${by}${zone}` as NoteId,
  text,
  zone: zone as ZoneId,
  by: by as ParticipantId | undefined,
});
const say = (...changes: Change[]): string => sayChanges(changes, nl, NAMES);

test('one change says who did what to which note', () => {
  expect(sayChange(change('added', 'y'), nl, NAMES)).toBe('Yara legde een kaartje in de plek');
  expect(sayChange(change('moved', 'b', 'dynamiek'), nl, NAMES)).toBe(
    'Bas verplaatste ‘ruis’ naar de dynamiek',
  );
  expect(sayChange(change('moved', undefined), nl, NAMES)).toBe('‘ruis’ ligt nu in de plek');
  expect(sayChange(change('removed'), nl, NAMES)).toBe('‘ruis’ is weggehaald uit de plek');
  expect(sayChange(change('removed', undefined, 'plek', ''), nl, NAMES)).toBe(
    '1 kaartje weggehaald uit de plek',
  );
});

test('[L5] several changes are one message', () => {
  expect(say(change('added', 'x'), change('added', 'x'), change('added', 'x'))).toBe(
    '3 nieuwe kaartjes in de plek.',
  );
  expect(
    say(
      change('added', 'f'),
      change('added', 'y'),
      change('added', 'b', 'twijfel'),
      change('added', 't'),
      change('added', 'f'),
    ),
  ).toBe('Fatima en 3 anderen legden 5 kaartjes.');
  expect(say(change('added', 'f'), change('added', 'f'))).toBe('Fatima legde 2 kaartjes in de plek.');
  expect(say(change('moved', 'b'), change('removed'), change('ungrouped', 'b'))).toBe(
    'Bas verplaatste een kaartje naar de plek. 1 kaartje weggehaald uit de plek. 1 kaartje uit een groep gehaald.',
  );
});

test('[L5] no message is longer than 140 characters, whatever people and spaces are called', () => {
  const long: Names = {
    person: () => 'Wilhelmina Geertruida'.repeat(4),
    zone: () => 'de ruimte van alles'.repeat(12),
  };
  const kinds = ['added', 'moved', 'removed', 'grouped', 'ungrouped'] as const;
  for (const kind of kinds) {
    for (const changes of [
      [change(kind, 'f')],
      [change(kind, 'f'), change(kind, 'y')],
      kinds.map((each) => change(each, 'f')),
    ]) {
      const said = sayChanges(changes, nl, long);
      expect(said.length).toBeLessThanOrEqual(LONGEST_SAID);
      expect(said.length).toBeGreaterThan(10);
    }
  }
});

test('[L6] who comes back hears how many of each', () => {
  const changes = [change('added', 'y'), change('added', 'b'), change('moved', 'b'), change('grouped', 'b')];
  expect(sayAway(changes, 0, nl)).toBe('Sinds je weg was: 2 nieuwe kaartjes, 1 verplaatst, 1 gegroepeerd');
  expect(sayAway([change('removed')], 12, nl)).toBe('Sinds je weg was: 1 weggehaald, en nog 12');
});

test('long words are cut, whole characters at a time', () => {
  expect(shortWords('kort')).toBe('kort');
  expect(shortWords(`${'👩🏽‍🚀'.repeat(50)}`)).toBe(`${'👩🏽‍🚀'.repeat(35)}…`);
});
