/** Every cap both sides respect, with its unit. Each has an error code or close code and a sentence on screen. */
export const LIMITS = {
  /** One websocket message, bytes. */
  messageBytes: 1024 * 1024,
  /** The first sync of a returning device, bytes over all its pieces. */
  firstSyncBytes: 4 * 1024 * 1024,
  /** One HTTP request body, bytes. */
  bodyBytes: 256 * 1024,
  structsPerUpdate: 20_000,
  clientSectionsPerUpdate: 16,
  deleteRangesPerUpdate: 30_000,
  freshDeleteRangesPerUpdate: 5_000,
  clientIdsPerParticipant: 64,
  clientIdsPerBoard: 4_000,
  structsPerBoard: 300_000,
  boardBytes: 10 * 1024 * 1024,
  objectsPerBoard: 12_000,
  notesPerBoard: 10_000,
  notesPerDesk: 500,
  /** Highest clock a client id may reach. */
  clock: 2 ** 31 - 1,
  /** Nesting of a value of any type inside an update. */
  anyDepth: 4,
  anyParts: 64,
  /** Graphemes in any text field a person types. */
  textGraphemes: 120,
  /** UTF-16 units the server takes for one text. */
  textUnits: 480,
  nameGraphemes: 40,
  titleGraphemes: 120,
  keyUnits: 64,
  stringValueUnits: 200,
  communities: 40,
  peoplePerBoard: 300,
  peoplePerProcess: 2_000,
  /** Messages a second per participant over all sockets, and how many may come at once. */
  messagesPerSecond: 60,
  messageBurst: 300,
  bytesPerSecond: 256 * 1024,
  byteBurst: 2 * 1024 * 1024,
  awarenessBytes: 2 * 1024,
  awarenessPerSecond: 25,
  /** Unsent bytes on a socket above which awareness is dropped. */
  socketSoftBytes: 1024 * 1024,
  /** Unsent bytes on a socket above which it is closed. */
  socketHardBytes: 8 * 1024 * 1024,
  outboxEntriesPerRequest: 200,
} as const;

/** The same names with any numbers: a server under test may run with smaller caps. */
export type Limits = { readonly [Name in keyof typeof LIMITS]: number };

/** Times both sides agree on, in milliseconds. */
export const TIMES = {
  /** Writes of participants are still taken this long after a lock, a round end or a close. */
  lockGraceMs: 2_000,
  undoCloseMs: 10 * 60_000,
  /** How long after closing a note from an outbox still becomes part of the supplement. */
  lateMs: 24 * 60 * 60_000,
  ticketMs: 60_000,
  pingMs: 15_000,
  goneMs: 45_000,
  /** Every socket gets some protocol message at least this often: standard clients give up after 30 s of silence. */
  keepAliveMs: 20_000,
  stalledMs: 10_000,
} as const;
