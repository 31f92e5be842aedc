/** A sentence for every failed call: what happened and what to do. No code may be without one. */
import type { ErrorCode } from '@ruimte/shared/errors';
import { dictionary } from './dictionary.ts';

const nl: Readonly<Record<ErrorCode, string>> = {
  invalid: 'Dit kon de server niet lezen. Kijk na wat je invulde en probeer het opnieuw.',
  signInNeeded: 'Je bent hier niet aangemeld. Open je link nog een keer of meld je aan.',
  wrongPassphrase: 'Deze wachtzin klopt niet. Probeer het nog eens en let op hoofdletters.',
  usedSignInLink:
    'Deze aanmeldlink is al gebruikt of te oud. Vraag op de server een nieuwe met: npm run sign-in.',
  forbidden: 'Dit mag je hier niet doen. Vraag de begeleider om de juiste link.',
  shutOut: 'De begeleider heeft je uit deze bijeenkomst gehaald. Vraag het na als dat niet klopt.',
  foreignOrigin:
    'Deze pagina komt van een ander adres dan de server. Open de link zoals hij op het scherm staat.',
  unknownLink: 'Deze link werkt niet meer. Vraag de begeleider om de nieuwe.',
  unknownCode: 'Deze code kennen we niet. Kijk nog eens op het scherm.',
  notFound: 'Dit is er niet meer. Ga terug en laad de pagina opnieuw.',
  noteRemoved:
    'Je bewerking is van een kaartje dat intussen is weggehaald. Kopieer de woorden of leg ze opnieuw neer.',
  meetupClosed: 'De bijeenkomst is afgesloten. Het bord staat in het archief.',
  meetupNotOpen: 'De bijeenkomst is nog niet open. Wacht tot de begeleider begint.',
  staleRevision: 'Iemand anders was je net voor. Kijk hoe het nu staat en kies opnieuw.',
  oldGeneration: 'Het bord is vernieuwd. Laad de pagina opnieuw, je eigen woorden blijven bewaard.',
  boardLocked: 'Het bord is op slot. Je kunt nog wel kijken.',
  roundClosed: 'In deze ronde schrijven we niet. Bewaar je woorden voor de volgende.',
  trialOver: 'De proef is voorbij en het bord is leeggemaakt. Laad de pagina opnieuw.',
  tooLate: 'Dat kan nu niet meer, het is te lang geleden. Vraag de organisator om hulp.',
  noteTooLong: 'Dit past niet op een kaartje. Maak het korter of verdeel het over twee kaartjes.',
  boardFull: 'Het bord is vol. Haal kaartjes weg of ga verder met een nieuwe bijeenkomst.',
  meetupFull: 'De bijeenkomst is vol. Kijk mee met iemand naast je.',
  tooManyCommunities:
    'Er zijn al zoveel leergemeenschappen als op een bord passen. Kies er een die er al is.',
  tooLarge: 'Dit is te groot om te versturen. Stuur het in kleinere stukken.',
  unknownHost: 'De server kent dit adres niet. Open de link zoals hij op het scherm staat.',
  slowDown: 'Dat ging te vaak achter elkaar. Wacht even en probeer het dan opnieuw.',
  internal: 'Er ging iets mis op de server. Probeer het opnieuw.',
  notSaving: 'De server kan nu niets bewaren. Wat je schrijft, blijft hier staan en gaat later mee.',
};

const en: typeof nl = {
  invalid: 'The server could not read this. Check what you filled in and try again.',
  signInNeeded: 'You are not signed in here. Open your link again or sign in.',
  wrongPassphrase: 'This passphrase is not right. Try again and mind the capitals.',
  usedSignInLink:
    'This sign-in link has been used or is too old. Ask for a new one on the server with: npm run sign-in.',
  forbidden: 'You may not do this here. Ask the facilitator for the right link.',
  shutOut: 'The facilitator took you out of this meet-up. Ask if that is not right.',
  foreignOrigin:
    'This page comes from another address than the server. Open the link as it is on the screen.',
  unknownLink: 'This link no longer works. Ask the facilitator for the new one.',
  unknownCode: 'We do not know this code. Look at the screen once more.',
  notFound: 'This is no longer here. Go back and load the page again.',
  noteRemoved: 'Your change is of a note that was removed meanwhile. Copy the words or lay them down again.',
  meetupClosed: 'The meet-up is closed. The board is in the archive.',
  meetupNotOpen: 'The meet-up is not open yet. Wait until the facilitator begins.',
  staleRevision: 'Someone else was just ahead of you. Look at how it is now and choose again.',
  oldGeneration: 'The board was renewed. Load the page again, your own words are kept.',
  boardLocked: 'The board is locked. You can still look.',
  roundClosed: 'We do not write in this round. Keep your words for the next one.',
  trialOver: 'The trial is over and the board was emptied. Load the page again.',
  tooLate: 'This can no longer be done, it is too long ago. Ask the organiser for help.',
  noteTooLong: 'This does not fit on a note. Make it shorter or spread it over two notes.',
  boardFull: 'The board is full. Remove notes or go on with a new meet-up.',
  meetupFull: 'The meet-up is full. Look along with someone next to you.',
  tooManyCommunities: 'There are as many communities as fit on a board. Choose one that is there.',
  tooLarge: 'This is too large to send. Send it in smaller pieces.',
  unknownHost: 'The server does not know this address. Open the link as it is on the screen.',
  slowDown: 'That was too often in a row. Wait a moment and then try again.',
  internal: 'Something went wrong on the server. Try again.',
  notSaving: 'The server cannot keep anything now. What you write stays here and goes along later.',
};

/** The sentences, per error code. */
export const errorTexts = dictionary(nl, en);
