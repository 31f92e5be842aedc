/** What the terminal shows once the server runs: the one link the organiser needs and the addresses for phones. */
import type { ServerAddress } from './access/addresses.ts';

export interface Welcome {
  readonly link: string;
  readonly addresses: readonly ServerAddress[];
  readonly dataDir: string;
}

/** The lines to print; plain text, ends with a newline. */
export function welcome({ link, addresses, dataDir }: Welcome): string {
  const others = addresses.filter(({ onlyThisMachine }) => !onlyThisMachine).map(({ url }) => `  ${url}`);
  const phones =
    others.length > 0
      ? ['Phones on the same network:', ...others]
      : ['No network was found: for now only this machine can open Ruimte.'];
  return [
    '',
    'Ruimte is running.',
    '',
    'Sign in as organiser (works once, for 24 hours; "npm run sign-in" prints a new one):',
    `  ${link}`,
    '',
    ...phones,
    '',
    `Everything is kept in ${dataDir}. Stop with Ctrl-C.`,
    '',
    '',
  ].join('\n');
}
