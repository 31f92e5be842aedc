/** The server as a program: started, its addresses printed, and stopped on a signal. */
import { createSignInLink, rememberAddress } from './access/sign-in.ts';
import { systemClock } from './clock.ts';
import { ConfigError, readConfig } from './config.ts';
import { createLogger } from './log.ts';
import { createServer } from './server.ts';
import { StoreError } from './store/store-error.ts';
import { welcome } from './welcome.ts';

/** Starts the server. Effects: prints where to open it, or why it cannot be started; ends the process on a signal. */
export async function run(): Promise<void> {
  try {
    const config = readConfig(process.env);
    const server = await createServer(config, { log: createLogger(config.logLevel) });
    const addresses = server.addresses();
    const base = config.publicUrl ?? `http://localhost:${server.port}`;
    await rememberAddress(config.dataDir, base);
    const link = await createSignInLink(config.dataDir, base, systemClock);
    process.stdout.write(welcome({ link, addresses, dataDir: config.dataDir }));
    const stop = (): void => void server.close().then(() => process.exit(0));
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  } catch (error) {
    if (!(error instanceof ConfigError || error instanceof StoreError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
