/**
 * The codes with which the relay closes a socket.
 * A y-websocket provider never reconnects on 4400 to 4499, so those say what reconnecting cannot help;
 * 4500 to 4599 say what it can.
 */
export const CLOSE_CODES = {
  malformed: 4400,
  /** Ticket missing, expired or for another document. */
  ticket: 4401,
  /** The role may not write here. */
  forbidden: 4403,
  unknown: 4404,
  /** A Yjs client id that is bound to somebody else. */
  foreignClient: 4409,
  /** The document has a newer generation: join afresh. */
  oldGeneration: 4410,
  tooLarge: 4413,
  boardFull: 4414,
  /** A root, key or value that is not of the schema, or a change this person may not make. */
  shape: 4422,
  /** The board is locked, or the round does not take notes; own words go through the outbox. */
  locked: 4423,
  closed: 4424,
  /** The session has ended: the link was renewed or the person was shut out. */
  sessionEnded: 4430,
  notSaving: 4507,
  loading: 4503,
  slowReader: 4513,
  /** As many people as fit are in this meet-up, or on this server; somebody may leave. */
  meetupFull: 4515,
  tooFast: 4529,
  /** The relay stops or starts again. */
  restart: 1012,
} as const;

export type CloseReason = keyof typeof CLOSE_CODES;

/** The name of a close code, or undefined for codes that are not ours. */
export function closeReason(code: number): CloseReason | undefined {
  for (const [reason, known] of Object.entries(CLOSE_CODES)) {
    if (known === code) return reason as CloseReason;
  }
  return undefined;
}
