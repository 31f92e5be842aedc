/** Client ids seen in presence before any update: until an update binds them nobody else may write under them. */
import type { ParticipantId } from '@ruimte/shared/ids';

/** Each reload of a page brings a new id; what was claimed longer ago than this many reloads is given up. */
const PER_PARTICIPANT = 16;

/** Not kept on disk: presence is shown anew after every restart. */
export class Claims {
  readonly #owners = new Map<number, ParticipantId>();
  readonly #byParticipant = new Map<ParticipantId, number[]>();

  /** Who has shown this id; undefined when nobody has. */
  ownerOf(client: number): ParticipantId | undefined {
    return this.#owners.get(client);
  }

  /** Remembers who shows this id; the participant's oldest claim makes room. */
  add(client: number, participant: ParticipantId): void {
    if (this.#owners.has(client)) return;
    const own = this.#byParticipant.get(participant) ?? [];
    own.push(client);
    this.#byParticipant.set(participant, own);
    this.#owners.set(client, participant);
    if (own.length <= PER_PARTICIPANT) return;
    const oldest = own.shift();
    if (oldest !== undefined) this.#owners.delete(oldest);
  }
}
