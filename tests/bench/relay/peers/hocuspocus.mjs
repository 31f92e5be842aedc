// Hocuspocus with its SQLite extension, as its documentation starts it. Runs inside the folder it is installed in.
import { join } from 'node:path';
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';

const server = new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database: join(process.env.DATA_DIR, 'db.sqlite') })],
});
await server.listen();
