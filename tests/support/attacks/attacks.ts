/** Every attack, in the order in which they are made. */
import type { Attack } from './attack.ts';
import { DOCUMENT_ATTACKS } from './document.ts';
import { PRESENCE_ATTACKS } from './presence.ts';
import { TRANSPORT_ATTACKS } from './transport.ts';

export const ATTACKS: readonly Attack[] = [...TRANSPORT_ATTACKS, ...DOCUMENT_ATTACKS, ...PRESENCE_ATTACKS];
