/** The addresses of this machine: which ones it has, and which of them a phone on the same network can use. */
import { networkInterfaces } from 'node:os';

/** What `os.networkInterfaces` gives, as far as it is read here. */
export type Interfaces = Readonly<
  Record<
    string,
    readonly { readonly address: string; readonly family: string; readonly internal: boolean }[] | undefined
  >
>;

/** An address of this server; `onlyThisMachine` when no other device can use it. */
export interface ServerAddress {
  /** `http://192.168.1.20:8080`, without trailing slash. */
  readonly url: string;
  readonly onlyThisMachine: boolean;
}

/** Bridges and tunnels of virtual machines, containers and VPNs: no phone in the hall is behind those. */
const VIRTUAL =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|wg|zt|tailscale|cni|flannel|cali|lxc|lxd|podman|kube|bridge|awdl|llw)|vethernet|virtualbox|vmware|hyper-v|wsl/i;
const LINK_LOCAL = /^169\.254\./;
/** Home and school networks first, then larger ones, then addresses that are not private at all. */
const RANKS = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./];

/**
 * Addresses other devices can use, the best first: PUBLIC_URL, then private IPv4 addresses. Bridges and tunnels only
 * when there is nothing else, the machine itself (`onlyThisMachine`) only as last resort.
 * @param at - `host`: the address that is listened on, undefined for all of them.
 */
export function listAddresses(
  at: { readonly publicUrl: string | undefined; readonly host: string | undefined; readonly port: number },
  interfaces: Interfaces = networkInterfaces(),
): readonly ServerAddress[] {
  const found: ServerAddress[] = [];
  if (at.publicUrl !== undefined) found.push({ url: at.publicUrl, onlyThisMachine: false });
  for (const host of findHosts(at.host, interfaces)) {
    found.push({ url: `http://${host}${at.port === 80 ? '' : `:${at.port}`}`, onlyThisMachine: false });
  }
  const usable = found.filter(({ url }, index) => found.findIndex((other) => other.url === url) === index);
  if (usable.length > 0) return usable;
  return [{ url: `http://localhost${at.port === 80 ? '' : `:${at.port}`}`, onlyThisMachine: true }];
}

function findHosts(host: string | undefined, interfaces: Interfaces): readonly string[] {
  if (host !== undefined && host !== '0.0.0.0' && host !== '::') {
    if (isLoopback(host)) return [];
    return [host.includes(':') ? `[${host}]` : host];
  }
  const addresses = Object.entries(interfaces).flatMap(([name, entries = []]) =>
    entries
      .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !LINK_LOCAL.test(address))
      .map(({ address }) => ({ address, virtual: VIRTUAL.test(name) })),
  );
  const real = addresses.filter(({ virtual }) => !virtual);
  return (real.length > 0 ? real : addresses).map(({ address }) => address).sort((a, b) => rank(a) - rank(b));
}

function rank(address: string): number {
  const index = RANKS.findIndex((range) => range.test(address));
  return index === -1 ? RANKS.length : index;
}

/** True for names and addresses that mean this machine itself. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** The address as people type it: "192.168.1.20:8080". */
export function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\//, '');
}
