/**
 * A server in a process of its own whose clock a test can move: forked by `clocked-process.ts`, told by messages.
 * Arguments: the data folder.
 */
import { createServer } from '@ruimte/server/server';
import { readConfig } from '@ruimte/server/config';
import { createLogger } from '@ruimte/server/log';

let aheadMs = 0;
const [, , folder = ''] = process.argv;
const server = await createServer(readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder }), {
  clock: { now: () => Date.now() + aheadMs },
  log: createLogger('silent'),
});
process.on('message', (ms: number) => {
  aheadMs = ms;
  process.send?.(ms);
});
process.on('disconnect', () => process.exit(0));
process.send?.({ port: server.port });
