/** In English: Dots and ratings on a phone, and what they come to. */
import { count } from './dictionary.ts';
import type { PhoneMarksTexts } from './phone-marks.nl.ts';

const dots = (number: number): string => count(number, 'dot', 'dots');
const left = (number: number): string => (number === 0 ? 'no dots left' : `${dots(number)} left`);

export const en: PhoneMarksTexts = {
  dots: {
    title: 'Give dots',
    secret: 'Nobody sees what you give until it is counted.',
    perSpace: (number) => `You have ${dots(number)} per space.`,
    choose: 'Which notes do you want to see?',
    all: 'all spaces',
    nothing: 'No notes lie here.',
    dots,
    left,
    add: (words) => `Add a dot: ${words}`,
    take: (words) => `Take a dot: ${words}`,
    said: (here, over) => `${here === 0 ? 'no dots' : dots(here)} on this note, ${left(over)}`,
    allGiven: 'All dots are given. Take one away elsewhere and it can come here.',
  },
  ratings: {
    title: 'Say how it is',
    secret: 'Nobody else sees what you choose. You may skip any.',
  },
  saved: 'Saved.',
  underway: 'Not saved yet.',
  notNow: 'That does not work now. Try again in a moment.',
  counted: {
    said: 'It has been counted.',
    topThree: 'The first three',
    place: (place) => `place ${place}`,
    tied: 'tied',
    spread: 'What was chosen',
    step: 'step',
    chosen: 'times chosen',
  },
};
