/** In English: choosing a format and making it a form of one's own. */
import { count } from './dictionary.ts';
import type { FormsTexts } from './forms.nl.ts';

export const en: FormsTexts = {
  phases: 'Where you are',
  phase: {
    orientation: 'Getting to know',
    deepening: 'Going deeper',
    evaluation: 'Looking back',
    any: 'Any time',
  },
  length: (rounds, minutes) => `${count(rounds, 'round', 'rounds')}, ${minutes} min`,
  people: (min, max) => `For ${min} to ${max} people`,
  materials: 'You need',
  rounds: 'Rounds',
  roundsHint: 'Leave out what you will not do, and make the others shorter or longer.',
  total: (rounds, minutes) => `${count(rounds, 'round', 'rounds')}, ${minutes} minutes together`,
  asItWas: (minutes) => `As the format has it: ${minutes} minutes`,
  minutes: (round) => `Minutes for ${round}`,
  min: 'min',
  doing: {
    private: 'first on your own',
    write: 'writing',
    turn: 'turning together',
    dots: (dots) => count(dots, 'dot to give', 'dots to give'),
    rate: 'marking',
    rotate: 'changing tables',
    talk: 'looking and talking',
  },
  noRounds: 'Leave at least one round.',
  unrevealed: (round) =>
    `Nobody would get to see what is written in ‘${round}’. Leave a round in which you turn together, or leave this one out too.`,
  previous: 'Look back at',
  previousHint: 'What lay there then lies beside what lies there now, in the rounds that look back.',
  noPrevious: 'no earlier meet-up',
  again: 'Make another like this',
  againTitle: 'Another meet-up like this',
  againText:
    'The same format with the same rounds, and the same learning communities. The links and the code are new.',
  againDo: 'Prepare',
};
