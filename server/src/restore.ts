/** `npm run restore -- folder`: puts a backup in the place of the data folder, while no server runs. */
import { systemClock } from './clock.ts';
import { ConfigError, readConfig } from './config.ts';
import { restore } from './store/backup.ts';
import { StoreError } from './store/store-error.ts';

try {
  const { dataDir } = readConfig(process.env);
  const backup = process.argv[2];
  if (backup === undefined) throw new ConfigError('Say which backup: npm run restore -- <folder>');
  const aside = await restore(backup, dataDir, systemClock.now());
  process.stdout.write(`Restored ${backup} to ${dataDir}; start the server to use it.\n`);
  if (aside !== undefined) process.stdout.write(`What was there before is kept in ${aside}\n`);
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StoreError)) throw error;
  process.stderr.write(`Nothing was restored. ${error.message}\n`);
  process.exitCode = 1;
}
