/** The closed list of error codes of the HTTP interface; screens have a sentence for each, in both languages. */
export const ERROR_STATUS = {
  /** The request is not of the form this endpoint takes. */
  invalid: 400,
  /** No session, or one that has ended. */
  signInNeeded: 401,
  wrongPassphrase: 401,
  /** The one-time sign-in link was used before or is too old. */
  usedSignInLink: 401,
  /** The session exists but may not do this. */
  forbidden: 403,
  shutOut: 403,
  foreignOrigin: 403,
  unknownLink: 404,
  unknownCode: 404,
  notFound: 404,
  /** Words for a note that somebody removed meanwhile. */
  noteRemoved: 404,
  meetupClosed: 409,
  meetupNotOpen: 409,
  /** Someone else led on meanwhile: the command was meant for an earlier revision of the stage. */
  staleRevision: 409,
  oldGeneration: 409,
  boardLocked: 409,
  roundClosed: 409,
  trialOver: 409,
  tooLate: 409,
  noteTooLong: 413,
  boardFull: 413,
  meetupFull: 413,
  tooManyCommunities: 413,
  tooLarge: 413,
  unknownHost: 421,
  slowDown: 429,
  internal: 500,
  notSaving: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** What every failed request answers: a code to switch on and a sentence for whoever reads a log. */
export interface ErrorBody {
  readonly error: { readonly code: ErrorCode; readonly message: string; readonly retryAfterMs?: number };
}

/** An error that may reach a screen: its code is from the closed list, its message is for people who read logs. */
export class RuimteError extends Error {
  readonly code: ErrorCode;
  /** When asking again makes sense, in milliseconds from now. */
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, message: string, retryAfterMs?: number) {
    super(message);
    this.name = 'RuimteError';
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

/** True for a string that is one of the error codes. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERROR_STATUS, value);
}
