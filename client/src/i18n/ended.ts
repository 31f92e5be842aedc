/** What stands there once a meet-up is over, or over for this device. */
import { dictionary } from './dictionary.ts';

const nl = {
  ended: 'Je bent niet meer in de bijeenkomst',
  closed: 'De bijeenkomst is afgesloten',
  closedText: 'Het bord staat in het archief. Dank voor het meedoen.',
  rejoin: 'Naar het begin',
  tryAgain: 'Probeer opnieuw',
};

const en: typeof nl = {
  ended: 'You are no longer in the meet-up',
  closed: 'The meet-up is closed',
  closedText: 'The board is in the archive. Thank you for taking part.',
  rejoin: 'To the start',
  tryAgain: 'Try again',
};

/** The end, in words. */
export const endedTexts = dictionary(nl, en);
