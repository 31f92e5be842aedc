/** The start and signing in. */
import { dictionary } from './dictionary.ts';

const nl = {
  tab: 'Begin',
  title: 'Ruimte voor wat er nog niet is',
  lead: 'Leg samen associaties neer, kijk wat er ligt, en laat iets open.',
  code: {
    label: 'Ik heb een code',
    hint: 'De code staat op het scherm in de zaal. Een QR-code scannen kan ook.',
    enter: 'Naar binnen',
    missing: 'Typ de code van het scherm: een woord van vier letters en vier cijfers.',
  },
  back: 'Terug naar het bord',
  goOn: 'Verder met',
  today: 'vandaag',
  noMeetups: 'Nog geen bijeenkomsten. Zet er een klaar, dan staat die hier.',
  how: {
    title: 'Zo doe je mee',
    steps: [
      'Scan de QR-code in de zaal, of typ de code die erbij staat. Een telefoon is genoeg.',
      'Vul een naam of bijnaam in en kies je leergemeenschap.',
      'Kijk op het grote scherm. Daar staat wat we nu doen en hoelang nog.',
      'Tik op een ruimte en schrijf een kaartje. Een paar woorden is genoeg.',
      'Valt je verbinding weg? Schrijf gerust door. Je kaartjes komen later vanzelf aan.',
    ].join('\n'),
  },
  organiser: {
    title: 'Zet je bijeenkomsten klaar?',
    text: 'Meld je aan als organisator van deze server.',
    signIn: 'Aanmelden',
  },
  signIn: {
    title: 'Aanmelden als organisator',
    passphrase: 'Wachtzin',
    hint: 'Is er geen wachtzin ingesteld? Vraag dan op de server een aanmeldlink met: npm run sign-in',
    missing: 'Vul de wachtzin in.',
    withLink: 'Je wordt aangemeld',
    signedIn: 'Je bent aangemeld.',
  },
};

const en: typeof nl = {
  tab: 'Start',
  title: 'Room for what is not there yet',
  lead: 'Lay down associations together, look at what lies there, and leave something open.',
  code: {
    label: 'I have a code',
    hint: 'The code is on the screen in the hall. You can scan the QR code as well.',
    enter: 'Go in',
    missing: 'Type the code from the screen: a word of four letters and four digits.',
  },
  back: 'Back to the board',
  goOn: 'Go on with',
  today: 'today',
  noMeetups: 'No meet-ups yet. Prepare one and it will be here.',
  how: {
    title: 'How to join',
    steps: [
      'Scan the QR code in the hall, or type the code beside it. A phone is enough.',
      'Fill in a name or nickname and choose your learning community.',
      'Look at the big screen. It says what we are doing now and for how long.',
      'Tap a space and write a note. A few words are enough.',
      'Connection lost? Just keep writing. Your notes will arrive later by themselves.',
    ].join('\n'),
  },
  organiser: {
    title: 'Do you prepare meet-ups?',
    text: 'Sign in as organiser of this server.',
    signIn: 'Sign in',
  },
  signIn: {
    title: 'Sign in as organiser',
    passphrase: 'Passphrase',
    hint: 'No passphrase set? Then ask for a sign-in link on the server with: npm run sign-in',
    missing: 'Fill in the passphrase.',
    withLink: 'You are being signed in',
    signedIn: 'You are signed in.',
  },
};

/** The start and signing in. */
export const homeTexts = dictionary(nl, en);
