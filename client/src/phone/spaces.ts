/** The spaces of a meet-up as a phone offers them: their words, tint and place in the plan. */
import type { Locale } from '@ruimte/shared/content/format';
import type { RoundId, ZoneId } from '@ruimte/shared/ids';
import type { MeetupView, RoundView } from '@ruimte/shared/protocol/api';
import type { Board } from '@ruimte/shared/projection/board';
import { LIMITS } from '@ruimte/shared/limits';

export interface Space {
  readonly id: ZoneId;
  readonly title: string;
  /** 1 to 9; the empty space has none, it is not coloured. */
  readonly tint: number | undefined;
  /** Place in the plan, from 0. */
  readonly col: number;
  readonly row: number;
  readonly colSpan: number;
}

/**
 * The spaces in reading order. Before the board has come they follow from the format, so that choosing and writing
 * can begin at once.
 */
export function listSpaces(
  meetup: MeetupView,
  board: Pick<Board, 'zones'>,
  locale: Locale,
): readonly Space[] {
  if (board.zones.length > 0) {
    return board.zones.map(({ id, title, kind, tint, col, row, colSpan }) => ({
      id,
      title: title[locale],
      tint: kind === 'empty' ? undefined : tint,
      col,
      row,
      colSpan,
    }));
  }
  return meetup.zones.map(({ id, title }, index) => ({
    id,
    title: title[locale],
    tint: meetup.layout === 'nine-spaces' && index !== 4 ? index + 1 : undefined,
    col: index % 3,
    row: Math.floor(index / 3),
    colSpan: 1,
  }));
}

/** What a person chose, during which round, and in which turn of their table. */
export interface ChosenSpace {
  readonly zone: ZoneId;
  readonly round: RoundId | null;
  /** Where the table was then; undefined without tables that go round. */
  readonly turn: ZoneId | undefined;
}

/**
 * The space a new note goes to. A round that looks at one space chooses it, and so does a table that goes round, until
 * somebody picks another in that round or turn. Otherwise nobody is steered: undefined.
 * @param turn - the space of the own table in this turn.
 */
export function spaceForNote(
  chosen: ChosenSpace | undefined,
  round: RoundView | undefined,
  turn: ZoneId | undefined,
): ZoneId | undefined {
  const focus = round?.focus;
  const asked = turn ?? (focus === 'all' || focus === 'each' ? undefined : (focus as ZoneId | undefined));
  if (asked === undefined) return chosen?.zone;
  return chosen !== undefined && chosen.round === round?.id && chosen.turn === turn ? chosen.zone : asked;
}

/** The text under the chosen space: none when the round shows names alone. */
export function wordsOfSpace(
  meetup: MeetupView,
  zone: ZoneId | undefined,
  show: RoundView['show'] | undefined,
  locale: Locale,
): readonly string[] {
  const text = meetup.zones.find((each) => each.id === zone);
  if (text === undefined || show === undefined || show === 'name') return [];
  const about = show === 'line' ? text.line : (text.description ?? text.line);
  return [about?.[locale], text.prompt[locale]].filter((words) => words !== undefined);
}

/** The first words of a note, for naming its buttons. */
export function firstWords(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LIMITS.nameGraphemes ? line : `${[...line].slice(0, LIMITS.nameGraphemes).join('')}…`;
}
