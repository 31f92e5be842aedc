/** `npm run backup [-- folder]`: copies the data folder, also while the server runs, and checks the copy. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { systemClock } from './clock.ts';
import { ConfigError, readConfig } from './config.ts';
import { backUp, stamp } from './store/backup.ts';
import { StoreError } from './store/store-error.ts';

try {
  const { dataDir } = readConfig(process.env);
  if (!existsSync(dataDir)) {
    throw new ConfigError(`There is no data folder at ${dataDir}: start the server first, or set DATA_DIR.`);
  }
  const target = resolve(process.argv[2] ?? join(`${dataDir}-backups`, stamp(systemClock.now())));
  const { documents, damaged } = await backUp(dataDir, target);
  process.stdout.write(`Backed up and checked: ${documents} documents in ${target}\n`);
  if (damaged.length > 0) {
    process.stderr.write(`Damaged already before this backup, and so in it: ${damaged.join(', ')}\n`);
  }
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof StoreError)) throw error;
  process.stderr.write(`No backup was made. ${error.message}\n`);
  process.exitCode = 1;
}
