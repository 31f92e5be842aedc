/** The roles people may say they have at the door, and the partner roles of rounds that ask for them. */
import type { Localized } from './format.ts';
import roles from './roles.json' with { type: 'json' };

/** A role somebody may choose when joining: an own word for what they do, never a right. */
export interface ParticipantRole {
  readonly id: string;
  readonly label: Localized;
}

/** In the order of the form: the first six at once, the rest under "meer". */
export const PARTICIPANT_ROLES: readonly ParticipantRole[] = roles.participants;
