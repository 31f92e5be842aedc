/** What a program needs that starts a server with settings of its own; the benchmarks do. */
import { readConfig } from './config.ts';
import { createLogger } from './log.ts';
import { createServer } from './server.ts';

/** @public Imported from the bundle. */
export { createLogger, createServer, readConfig };
