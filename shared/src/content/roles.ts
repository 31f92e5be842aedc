/** The roles a participant may name when joining: six first, the rest under "meer". Partner roles serve later rounds. */
import rolesFile from './roles.json' with { type: 'json' };
import type { Localized } from './format.ts';

export interface ParticipantRole {
  readonly id: string;
  readonly label: Localized;
}

/** Participant roles in the order of the file. */
export const PARTICIPANT_ROLES: readonly ParticipantRole[] = rolesFile.participants;

/** How many of them are shown before "meer". */
export const FIRST_ROLES = 6;
