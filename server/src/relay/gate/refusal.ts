/** How the parts of the gate say no: a close code and a sentence for whoever reads the log. */
import type { CloseReason } from '@ruimte/shared/protocol/close-codes';

/** Thrown inside the gate only; `judgeUpdate` turns it into a verdict, so it never leaves the gate. */
export class Refusal extends Error {
  readonly code: CloseReason;

  constructor(code: CloseReason, reason: string) {
    super(reason);
    this.name = 'Refusal';
    this.code = code;
  }
}

/** Ends the judging of this update. @throws Refusal always. */
export function refuse(code: CloseReason, reason: string): never {
  throw new Refusal(code, reason);
}
