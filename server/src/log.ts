/**
 * The structured logger, made once and passed in.
 * Nothing is redacted here: who logs gives ids, codes and counts, never secrets, names or texts.
 */
import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

export type { Logger } from 'pino';

/** What a log line says about an error. */
export interface ErrorSummary {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly at?: readonly string[];
}

/** Stack lines kept per error: enough to find the place, little enough for a flood of them. */
const MAX_FRAMES = 8;

/**
 * An error as it may be logged. The message of a SyntaxError is left out: `JSON.parse` quotes its input in it,
 * and that input may be somebody's note.
 */
export function summariseError(error: unknown): ErrorSummary {
  if (!(error instanceof Error))
    return { name: typeof error, message: 'something that is no error was thrown' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    name: error.name,
    message: error instanceof SyntaxError ? '' : error.message,
    ...(code === undefined ? {} : { code }),
    ...(frames.length === 0 ? {} : { at: frames.slice(0, MAX_FRAMES).map((line) => line.trim()) }),
  };
}

/**
 * A logger of one JSON line per event, with ISO time and without process id or host name.
 * @param destination - where lines go; standard output when left out.
 */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: summariseError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}
