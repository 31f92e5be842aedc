/** Which addresses of the server other devices can use. */

const LOCAL = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/;

/** True for an address that leads every device to itself. @param address - `http://host:port`. */
export function isLocal(address: string): boolean {
  try {
    return LOCAL.test(new URL(address).hostname);
  } catch {
    // Not an address at all: nobody gets anywhere with it.
    return true;
  }
}

/** An address to read aloud or type: without the scheme. */
export function spokenAddress(address: string): string {
  return address.replace(/^https?:\/\//, '');
}

/**
 * The addresses to choose from, the best first: those of the server that other devices reach, else the one this page
 * came from. An address of this computer alone is offered only when there is nothing else.
 */
export function usableAddresses(addresses: readonly string[], own: string): readonly [string, ...string[]] {
  const all = [...addresses, own].filter((each, index, list) => list.indexOf(each) === index);
  const [best, ...more] = all.filter((each) => !isLocal(each));
  return best === undefined ? [own] : [best, ...more];
}
