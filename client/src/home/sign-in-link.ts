/** The organiser's one-time link: `/#sign-in=<secret>`. */

/** The secret in a fragment, or undefined. */
export function parseSignInLink(hash: string): string | undefined {
  const secret = new URLSearchParams(hash.replace(/^#/, '')).get('sign-in');
  return secret === null || secret === '' ? undefined : secret;
}

let taken: string | undefined;

/**
 * Takes the secret out of the address bar, once; asked again it gives the same one, as React asks twice while
 * developing. Effects: replaces the history entry.
 */
export function takeSignInLink(): string | undefined {
  const secret = parseSignInLink(window.location.hash);
  if (secret === undefined) return taken;
  taken = secret;
  window.history.replaceState(null, '', window.location.pathname);
  return secret;
}
