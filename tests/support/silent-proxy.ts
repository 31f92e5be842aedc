/** A line between a page and its server that can fall silent: nothing is closed, nothing gets through. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface SilentProxy {
  readonly url: string;
  /** From now on every connection swallows what is sent and gives nothing, new ones as well. */
  fallSilent(): void;
  /** New connections get through again; those that fell silent stay so. */
  mend(): void;
}

/** Opens a line to a port of this machine; it is taken down when the test ends. */
export async function openSilentProxy(
  port: number,
  defer: (clean: () => Promise<void> | void) => void,
): Promise<SilentProxy> {
  let silent = false;
  const sockets = new Set<Socket>();
  const dead = new Set<Socket>();
  function pass(from: Socket, to: Socket): void {
    sockets.add(from);
    from.on('data', (data) => {
      if (!dead.has(from)) to.write(data);
    });
    from.on('error', () => from.destroy());
    from.on('close', () => {
      sockets.delete(from);
      // The other end of a dead line hears nothing of a close either.
      if (!dead.has(from)) to.end();
    });
  }
  const server = createServer((client) => {
    const far = connect(port, '127.0.0.1');
    pass(client, far);
    pass(far, client);
    if (silent) for (const socket of [client, far]) dead.add(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  defer(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fallSilent: () => {
      silent = true;
      for (const socket of sockets) dead.add(socket);
    },
    mend: () => {
      silent = false;
    },
  };
}
