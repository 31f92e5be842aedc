/** In Dutch: Dots and ratings on a phone, and what they come to. */
import { count } from './dictionary.ts';

const dots = (number: number): string => count(number, 'stip', 'stippen');
const left = (number: number): string => (number === 0 ? 'geen stippen over' : `${dots(number)} over`);

export const nl = {
  dots: {
    title: 'Geef stippen',
    secret: 'Niemand ziet wat jij geeft, tot er geteld is.',
    perSpace: (number: number) => `Je hebt ${dots(number)} per ruimte.`,
    choose: 'Welke kaartjes wil je zien?',
    all: 'alle ruimtes',
    nothing: 'Hier liggen geen kaartjes.',
    dots,
    left,
    add: (words: string) => `Stip erbij: ${words}`,
    take: (words: string) => `Stip weg: ${words}`,
    said: (here: number, over: number) =>
      `${here === 0 ? 'geen stippen' : dots(here)} op dit kaartje, ${left(over)}`,
    allGiven: 'Alle stippen zijn gegeven. Haal er ergens een weg, dan kan hij hierheen.',
  },
  ratings: {
    title: 'Geef aan',
    secret: 'Niemand anders ziet wat jij kiest. Overslaan mag.',
  },
  saved: 'Opgeslagen.',
  underway: 'Nog niet opgeslagen.',
  notNow: 'Nu lukt het niet. Probeer het zo nog eens.',
  counted: {
    said: 'Er is geteld.',
    topThree: 'Top 3',
    place: (place: number) => `plaats ${place}`,
    tied: 'gelijk',
    spread: 'Zo is er aangegeven',
    step: 'stap',
    chosen: 'hoe vaak gekozen',
  },
};

/** What English has to say as well. */
export type PhoneMarksTexts = typeof nl;
