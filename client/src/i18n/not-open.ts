/** At the door of a meet-up that has been prepared and not opened yet. */
import { dictionary } from './dictionary.ts';

export const notOpenTexts = dictionary(
  {
    wait: 'De bijeenkomst is nog niet open. Dit scherm gaat vanzelf naar binnen.',
    as: (name: string) => `Je gaat naar binnen als ${name}.`,
    change: 'Pas aan',
  },
  {
    wait: 'The meet-up has not been opened yet. This screen goes in by itself.',
    as: (name) => `You go in as ${name}.`,
    change: 'Change',
  },
);
