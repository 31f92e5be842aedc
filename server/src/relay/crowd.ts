/** Who is connected: people, not sockets, per board and in the whole process. */

/** Counts people by the number of their sockets. */
export class Crowd {
  readonly #boards = new Map<string, Map<string, number>>();
  readonly #people = new Map<string, number>();
  readonly #perBoard: number;
  readonly #perProcess: number;

  constructor(limits: { readonly peoplePerBoard: number; readonly peoplePerProcess: number }) {
    this.#perBoard = limits.peoplePerBoard;
    this.#perProcess = limits.peoplePerProcess;
  }

  /** Whether one more socket of this person fits; somebody who is here already always does. */
  hasRoomFor(board: string, person: string): boolean {
    if (!this.#people.has(person) && this.#people.size >= this.#perProcess) return false;
    const here = this.#boards.get(board);
    return here === undefined || here.has(person) || here.size < this.#perBoard;
  }

  /** A socket of this person opened. */
  enter(board: string, person: string): void {
    const here = this.#boards.get(board) ?? new Map<string, number>();
    this.#boards.set(board, here);
    here.set(person, (here.get(person) ?? 0) + 1);
    this.#people.set(person, (this.#people.get(person) ?? 0) + 1);
  }

  /** A socket of this person closed. */
  leave(board: string, person: string): void {
    const here = this.#boards.get(board);
    if (here === undefined) return;
    takeOne(here, person);
    takeOne(this.#people, person);
    if (here.size === 0) this.#boards.delete(board);
  }
}

function takeOne(counts: Map<string, number>, key: string): void {
  const left = (counts.get(key) ?? 0) - 1;
  if (left > 0) counts.set(key, left);
  else counts.delete(key);
}
