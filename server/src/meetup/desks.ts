/** The desks of one meet-up: opened together when something is laid or counted, and looked at while people write. */
import type { Author } from '@ruimte/shared/alias';
import type { ParticipantId } from '@ruimte/shared/ids';
import type { Note } from '@ruimte/shared/schema/note';
import type { Written } from '@ruimte/shared/schema/stage';
import type { Room } from '../relay/room.ts';
import { countWritten, type Desk, notesOnDesk } from './desk-notes.ts';

/** A desk that is open. Reading `doc` takes in what its owner has sent so far. */
export interface OpenDesk extends Desk {
  readonly room: Room;
}

export interface DesksParts {
  readonly open: (person: ParticipantId) => Promise<Room>;
  /** Everybody who may have a desk. */
  readonly people: () => Iterable<ParticipantId>;
  /** How the notes of this person are signed. */
  readonly author: (person: ParticipantId) => Author;
}

export class Desks {
  readonly #parts: DesksParts;
  /** The notes of each desk as they were last read. */
  readonly #notes = new Map<ParticipantId, readonly Note[]>();
  readonly #changed = new Set<ParticipantId>();
  /** Whether every desk has been read since this server started. */
  #hasRead = false;

  constructor(parts: DesksParts) {
    this.#parts = parts;
  }

  /** The desks of everybody, those of devices that are off too. What has come in so far is in them. */
  async openAll(): Promise<readonly OpenDesk[]> {
    const people = [...this.#parts.people()];
    const rooms = await Promise.all(people.map((person) => this.#parts.open(person)));
    return rooms.flatMap((room, index) => {
      const person = people[index];
      return person === undefined ? [] : [{ author: this.#parts.author(person), room, doc: room.doc }];
    });
  }

  /** Somebody wrote on their desk. */
  changed(person: ParticipantId): void {
    this.#changed.add(person);
  }

  /** The desks were emptied. */
  emptied(): void {
    this.#notes.clear();
    this.#hasRead = false;
  }

  /** How much lies on all desks now, per zone. */
  async written(): Promise<Written> {
    const people = this.#hasRead ? [...this.#changed] : [...this.#parts.people()];
    this.#changed.clear();
    for (const person of people) {
      const { doc } = await this.#parts.open(person);
      this.#notes.set(person, notesOnDesk({ author: this.#parts.author(person), doc }));
    }
    this.#hasRead = true;
    return countWritten(this.#notes.values());
  }
}
