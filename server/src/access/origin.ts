/**
 * Which host names this server answers to, and whether a request comes from its own pages.
 * The host list stops DNS rebinding, where a foreign page gives its own name our address.
 */
import { hostname, networkInterfaces } from 'node:os';
import { type Interfaces, isLoopback } from './addresses.ts';

/** Answers whether a Host header names this server. The port does not count: it may be forwarded. */
export interface HostList {
  allows(hostHeader: string | undefined): boolean;
}

export interface HostListOptions {
  readonly publicUrl: string | undefined;
  readonly allowedHosts: readonly string[];
  /** The address that is listened on, when one was chosen. */
  readonly host?: string | undefined;
  /** Reads the machine's addresses; tests pass their own. */
  readonly readInterfaces?: () => Interfaces;
  readonly machineName?: string;
}

const HOST_HEADER = /^(?:\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(?::\d{1,5})?$/i;

/** The host name of a Host header in lower case, IPv6 without brackets; undefined when it is none. */
export function parseHostName(hostHeader: string | undefined): string | undefined {
  if (hostHeader === undefined || hostHeader.length > 255 || !HOST_HEADER.test(hostHeader)) return undefined;
  return toHostName(`http://${hostHeader}`);
}

function toHostName(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  return new URL(url).hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

/** The list for this machine: itself, its addresses now, its name, PUBLIC_URL and ALLOWED_HOSTS. */
export function createHostList(options: HostListOptions): HostList {
  const { readInterfaces = networkInterfaces, machineName = hostname() } = options;
  const name = machineName.toLowerCase();
  const names = new Set([name, `${name}.local`]);
  for (const host of [...options.allowedHosts, ...(options.host === undefined ? [] : [options.host])]) {
    names.add(toHostName(`http://${host.includes(':') ? `[${host}]` : host}`) ?? host);
  }
  if (options.publicUrl !== undefined) names.add(toHostName(options.publicUrl) ?? '');

  return {
    allows(hostHeader) {
      const host = parseHostName(hostHeader);
      if (host === undefined) return false;
      if (isLoopback(host) || names.has(host)) return true;
      // Read anew each time: the laptop may have joined the network of the hall after the start.
      return Object.values(readInterfaces()).some((entries = []) =>
        entries.some(({ address }) => toAddress(address) === host),
      );
    },
  };
}

/** An interface's address as URLs write it: IPv6 without zone and in its shortest form. */
function toAddress(address: string): string | undefined {
  if (!address.includes(':')) return address;
  return toHostName(`http://[${address.replace(/%.*$/, '')}]`);
}

/** True when the Origin header names the same host and port as the Host header. `null` and junk never do. */
export function isSameOrigin(originHeader: string, hostHeader: string | undefined): boolean {
  if (hostHeader === undefined || !HOST_HEADER.test(hostHeader)) return false;
  if (!/^https?:\/\//.test(originHeader) || !URL.canParse(originHeader)) return false;
  const origin = new URL(originHeader);
  // A default port is left out of an Origin and may stand in a Host; which scheme it was, a proxy in front knows.
  const host = `${origin.protocol}//${hostHeader}`;
  return origin.href === `${origin.origin}/` && URL.canParse(host) && new URL(host).host === origin.host;
}

/**
 * True when a request may come from where it says it comes from: our own pages, or no page at all.
 * A request without Origin is no cross-site request of a browser that could do harm: it brings its session or ticket
 * by hand, and there are no cookies.
 * @param publicUrl - accepted as well: a proxy may have changed the Host header.
 */
export function allowsOrigin(
  originHeader: string | undefined,
  hostHeader: string | undefined,
  publicUrl: string | undefined,
): boolean {
  if (originHeader === undefined) return true;
  return isSameOrigin(originHeader, hostHeader) || (publicUrl !== undefined && originHeader === publicUrl);
}
