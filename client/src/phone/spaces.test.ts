import type { RoundId, ZoneId } from '@ruimte/shared/ids';
import type { MeetupView, RoundView } from '@ruimte/shared/protocol/api';
import { describe, expect, it } from 'vitest';
import { listSpaces, spaceForNote, wordsOfSpace } from './spaces.ts';

const text = (nl: string) => ({ nl, en: `${nl} (en)` });
const plek = 'plek' as ZoneId;
const twijfel = 'twijfel' as ZoneId;
const kind = 'kind' as ZoneId;
const round = (focus: string): RoundView => ({
  id: 'een' as RoundId,
  title: text('een'),
  instruction: text('doe'),
  minutes: 5,
  show: 'name',
  write: 'open',
  focus,
});
const meetup = {
  layout: 'nine-spaces',
  zones: [
    {
      id: plek,
      title: text('de plek'),
      prompt: text('waar?'),
      line: text('een zin'),
      description: text('een alinea'),
    },
    { id: twijfel, title: text('de twijfel'), prompt: text('wat knaagt?') },
  ],
} as unknown as MeetupView;

describe('the space a note goes to', () => {
  const chose = (zone: ZoneId, during: string | null, turn?: ZoneId) => ({
    zone,
    round: during as RoundId | null,
    turn,
  });
  it('is nowhere until somebody chooses, in a round about all spaces', () => {
    expect(spaceForNote(undefined, round('all'), undefined)).toBeUndefined();
    expect(spaceForNote(undefined, round('each'), undefined)).toBeUndefined();
    expect(spaceForNote(chose(plek, null), round('all'), undefined)).toBe(plek);
  });
  it('follows a round about one space, until somebody picks another in that round', () => {
    expect(spaceForNote(chose(plek, null), round('twijfel'), undefined)).toBe(twijfel);
    expect(spaceForNote(chose(plek, 'een'), round('twijfel'), undefined)).toBe(plek);
  });
  it('[P4] goes along with the table, until somebody picks another in that turn', () => {
    expect(spaceForNote(undefined, round('each'), plek)).toBe(plek);
    expect(spaceForNote(chose(kind, 'een', plek), round('each'), plek)).toBe(kind);
    expect(spaceForNote(chose(kind, 'een', plek), round('each'), twijfel)).toBe(twijfel);
  });
});

describe('the words under a chosen space', () => {
  it('are none when the round shows names alone', () => {
    expect(wordsOfSpace(meetup, plek, 'name', 'nl')).toEqual([]);
  });
  it('are the line or the description with the prompt, as far as there are any', () => {
    expect(wordsOfSpace(meetup, plek, 'line', 'nl')).toEqual(['een zin', 'waar?']);
    expect(wordsOfSpace(meetup, plek, 'description', 'en')).toEqual(['een alinea (en)', 'waar? (en)']);
    expect(wordsOfSpace(meetup, twijfel, 'description', 'nl')).toEqual(['wat knaagt?']);
  });
});

describe('the spaces before the board has come', () => {
  it('follow from the format in reading order', () => {
    const spaces = listSpaces(meetup, { zones: [] }, 'nl');
    expect(spaces.map(({ title, col, row }) => [title, col, row])).toEqual([
      ['de plek', 0, 0],
      ['de twijfel', 1, 0],
    ]);
  });
});
