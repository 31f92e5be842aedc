/** The server as a program: started, its addresses printed, and stopped on a signal. */
import { createSignInLink, rememberAddress } from './access/sign-in.ts';
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { createLogger } from './log.ts';
import { createServer, type RunningServer } from './server.ts';
import { explainFailure } from './start-failure.ts';
import { welcome } from './welcome.ts';

/** Starts the server. Effects: prints where to open it, or why it cannot be started; ends the process on a signal. */
export async function run(): Promise<void> {
  let dataDir = '';
  let server: RunningServer | undefined;
  try {
    const config = readConfig(process.env);
    ({ dataDir } = config);
    const running = await createServer(config, { log: createLogger(config.logLevel) });
    server = running;
    // At once: it answers already, and a signal that nobody listens to ends the process on the spot.
    const stop = (): void => void running.close().then(() => process.exit(0));
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    const addresses = running.addresses();
    const base = config.publicUrl ?? `http://localhost:${running.port}`;
    await rememberAddress(dataDir, base);
    const link = await createSignInLink(dataDir, base, systemClock);
    process.stdout.write(welcome({ link, addresses, dataDir }));
  } catch (error) {
    // Else the port and the store's thread would keep a process alive that nobody can sign in to.
    await server?.close();
    const sentence = await explainFailure(error, dataDir);
    if (sentence === undefined) throw error;
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 1;
  }
}
