/** Where nothing has come from in this round: for the facilitator, who decides what that means. */
import type { ParticipantId, ZoneId } from '@ruimte/shared/ids';
import { communityOf, type Board } from '@ruimte/shared/projection/board';
import type { RoundView } from '@ruimte/shared/protocol/api';
import type { Community } from '@ruimte/shared/schema/community';
import type { RosterEntry, Stage, Written } from '@ruimte/shared/schema/stage';
import type { Zone } from '@ruimte/shared/schema/zone';

/** What it is read from. */
export interface RoundSoFar {
  readonly board: Pick<Board, 'zones' | 'notes' | 'communities'>;
  readonly roster: ReadonlyMap<ParticipantId, RosterEntry>;
  readonly round: Pick<RoundView, 'id' | 'write' | 'focus'>;
  readonly stage: Pick<Stage, 'roundStartedAt' | 'sealed'>;
  readonly written: Written;
}

/** Spaces and communities, never people. */
export interface Quiet {
  readonly zones: readonly Zone[];
  /** Always empty in a private round: nobody knows who has written. */
  readonly communities: readonly Community[];
}

/**
 * The spaces and communities from which no note has come since the round began. The empty space is never one of them,
 * nor is a space where the round does not write, nor a community nobody has come from.
 */
export function quietIn({ board, roster, round, stage, written }: RoundSoFar): Quiet {
  if (round.write === 'closed') return { zones: [], communities: [] };
  const onDesks = stage.sealed.includes(round.id);
  const spaces = new Set<ZoneId>(onDesks ? written.keys() : []);
  const heard = new Set<Community['id']>();
  if (!onDesks) {
    for (const note of board.notes.values()) {
      if (note.round !== round.id || note.at < (stage.roundStartedAt ?? 0)) continue;
      spaces.add(note.zone);
      const community = communityOf(board.communities, note.community);
      if (community !== undefined) heard.add(community.id);
    }
  }
  const here = new Map<Community['id'], Community>();
  for (const { role, community: id } of onDesks ? [] : roster.values()) {
    const community = role === 'participant' ? communityOf(board.communities, id) : undefined;
    if (community !== undefined) here.set(community.id, community);
  }
  const everywhere = round.focus === 'all' || round.focus === 'each';
  return {
    zones: board.zones.filter(
      ({ id, kind }) =>
        kind !== 'empty' && kind !== 'rating' && (everywhere || id === round.focus) && !spaces.has(id),
    ),
    communities: [...here.values()].filter(({ id }) => !heard.has(id)).sort((a, b) => a.number - b.number),
  };
}
