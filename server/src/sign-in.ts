/** `npm run sign-in`: prints a new sign-in link for the organiser, also while the server runs. */
import { existsSync } from 'node:fs';
import { createSignInLink, recallAddress } from './access/sign-in.ts';
import { systemClock } from './clock.ts';
import { ConfigError, readConfig } from './config.ts';

try {
  const config = readConfig(process.env);
  if (!existsSync(config.dataDir)) {
    throw new ConfigError(
      `There is no data folder at ${config.dataDir}: start the server first, or set DATA_DIR.`,
    );
  }
  const base = config.publicUrl ?? (await recallAddress(config.dataDir)) ?? `http://localhost:${config.port}`;
  const link = await createSignInLink(config.dataDir, base, systemClock);
  process.stdout.write(`Sign in once, within 24 hours:\n  ${link}\n`);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
