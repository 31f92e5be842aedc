/** Every attack, in the order in which they are made: those last that leave a large board behind. */
import type { Attack } from './attack.ts';
import { DOCUMENT_ATTACKS } from './document.ts';
import { PRESENCE_ATTACKS } from './presence.ts';
import { TRANSPORT_ATTACKS } from './transport.ts';

const ALL: readonly Attack[] = [...TRANSPORT_ATTACKS, ...DOCUMENT_ATTACKS, ...PRESENCE_ATTACKS];

export const ATTACKS: readonly Attack[] = [
  ...ALL.filter(({ slow }) => slow !== true),
  ...ALL.filter(({ slow }) => slow === true),
].toSorted((a, b) => Number(a.rule === 'R26') - Number(b.rule === 'R26'));
