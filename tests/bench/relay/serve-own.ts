/**
 * Our server as the benchmark runs it: everything on, on the folder and port of the environment. `RAISED=1` lifts what
 * one person may send and how big a board may grow: saturation and feeding are many people's work done by few.
 */
import { saveMemory } from '@ruimte/server/lean-memory';

saveMemory();
// A profile is to name our files, which a bundle has no more.
const { createLogger, createServer, readConfig } = await (process.env['PROFILED'] === '1'
  ? import('@ruimte/server/parts')
  : import('@ruimte/server/bundle/parts'));
const { LIMITS } = await import('@ruimte/shared/limits');

const PLENTY = 1_000_000_000;
const RAISED = {
  messagesPerSecond: PLENTY,
  messageBurst: PLENTY,
  bytesPerSecond: PLENTY,
  byteBurst: PLENTY,
  structsPerBoard: PLENTY,
  boardBytes: PLENTY,
};

const config = readConfig(process.env);
const limits = process.env['RAISED'] === '1' ? { ...LIMITS, ...RAISED } : LIMITS;
const server = await createServer({ ...config, limits }, { log: createLogger('error') });
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)));
