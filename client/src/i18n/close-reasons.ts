/** A sentence for every reason the relay has to close a socket; apart from the errors, for pages without a socket. */
import type { CloseReason } from '@ruimte/shared/protocol/close-codes';
import { dictionary } from './dictionary.ts';

const nl: Readonly<Record<CloseReason, string>> = {
  malformed:
    'De server kon een bericht niet lezen. Laad de pagina opnieuw, je eigen woorden blijven bewaard.',
  ticket: 'De toegang tot het bord is verlopen. Laad de pagina opnieuw.',
  forbidden: 'Met deze link kun je hier niet schrijven. Vraag de begeleider om de juiste link.',
  unknown: 'Dit bord is er niet. Vraag de begeleider om de link.',
  foreignClient: 'Dit apparaat schreef onder de naam van een ander. Laad de pagina opnieuw.',
  oldGeneration: 'Het bord is vernieuwd. Laad de pagina opnieuw, je eigen woorden blijven bewaard.',
  tooLarge: 'Er ging te veel in een keer mee. Laad de pagina opnieuw, je eigen woorden blijven bewaard.',
  boardFull: 'Het bord is vol. Haal kaartjes weg of ga verder met een nieuwe bijeenkomst.',
  shape: 'Deze verandering past niet op het bord. Laad de pagina opnieuw, je eigen woorden blijven bewaard.',
  locked: 'Het bord is op slot. Je kunt nog wel kijken.',
  closed: 'De bijeenkomst is afgesloten. Het bord staat in het archief.',
  sessionEnded: 'Je toegang is beëindigd. Vraag de begeleider om de nieuwe link.',
  notSaving: 'De server kan nu niets bewaren. Wat je schrijft, blijft hier staan en gaat later mee.',
  loading: 'Het bord wordt nog klaargelegd. Wacht even, het komt vanzelf.',
  slowReader: 'De verbinding is traag. We proberen het vanzelf opnieuw.',
  meetupFull:
    'Er zijn nu zoveel mensen binnen als er passen. Wacht even, we proberen het vanzelf opnieuw. Wat je schrijft, blijft hier staan.',
  tooFast: 'Er ging te veel tegelijk. Wacht even, we verbinden vanzelf opnieuw.',
  restart: 'De server start opnieuw. Wacht even, we verbinden vanzelf.',
};

const en: typeof nl = {
  malformed: 'The server could not read a message. Load the page again, your own words are kept.',
  ticket: 'Access to the board has expired. Load the page again.',
  forbidden: 'You cannot write here with this link. Ask the facilitator for the right link.',
  unknown: 'This board is not there. Ask the facilitator for the link.',
  foreignClient: 'This device wrote under the name of someone else. Load the page again.',
  oldGeneration: 'The board was renewed. Load the page again, your own words are kept.',
  tooLarge: 'Too much was sent at once. Load the page again, your own words are kept.',
  boardFull: 'The board is full. Remove notes or go on with a new meet-up.',
  shape: 'This change does not fit the board. Load the page again, your own words are kept.',
  locked: 'The board is locked. You can still look.',
  closed: 'The meet-up is closed. The board is in the archive.',
  sessionEnded: 'Your access has ended. Ask the facilitator for the new link.',
  notSaving: 'The server cannot keep anything now. What you write stays here and goes along later.',
  loading: 'The board is still being laid out. Wait a moment, it will come.',
  slowReader: 'The connection is slow. We try again by ourselves.',
  meetupFull:
    'As many people are in as fit now. Wait a moment, we try again by ourselves. What you write stays here.',
  tooFast: 'Too much was sent at once. Wait a moment, we connect again by ourselves.',
  restart: 'The server is starting again. Wait a moment, we connect by ourselves.',
};

/** What closed the connection and what to do about it. */
export const closeTexts = dictionary(nl, en);
