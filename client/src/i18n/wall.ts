/** The projected view. */
import { count, dictionary } from './dictionary.ts';

const nl = {
  scan: 'Scan met je telefoon, of typ deze code',
  qr: 'QR-code om mee te doen',
  at: (address: string) => `op ${address}`,
  people: (people: number) => `${count(people, 'mens is', 'mensen zijn')} er`,
  closed: 'De bijeenkomst is afgesloten',
  closedText: 'Het bord staat in het archief.',
  trial: 'proef',
  lost: 'geen verbinding',
  notSaving: 'niet opgeslagen',
  dark: 'Donker',
  light: 'Licht',
  fullScreen: 'Volledig scherm',
  controls: 'Scherm',
  notOpen: 'We beginnen zo',
  paused: 'gepauzeerd',
  over: 'tijd is om',
  ended: 'Dit scherm is niet meer verbonden. Open de link voor het scherm opnieuw.',
};

const en: typeof nl = {
  scan: 'Scan with your phone, or type this code',
  qr: 'QR code to join',
  at: (address) => `at ${address}`,
  people: (people) => `${count(people, 'person is', 'people are')} here`,
  closed: 'The meet-up is closed',
  closedText: 'The board is in the archive.',
  trial: 'trial',
  lost: 'no connection',
  notSaving: 'not saved',
  dark: 'Dark',
  light: 'Light',
  fullScreen: 'Full screen',
  controls: 'Screen',
  notOpen: 'We begin in a moment',
  paused: 'paused',
  over: 'time is up',
  ended: 'This screen is no longer connected. Open the link for the screen again.',
};

/** The projected view. */
export const wallTexts = dictionary(nl, en);
