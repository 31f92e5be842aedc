/** In Dutch: Words of the parts of the phone that come later: own notes, reading others, who one is. */
import { count } from './dictionary.ts';

export const nl = {
  mine: {
    title: 'Mijn kaartjes',
    none: 'Nog niets neergelegd.',
    states: {
      saved: 'opgeslagen',
      sending: 'verstuurd',
      waiting: 'nog niet verstuurd',
      late: 'later binnengekomen',
      refused: 'niet neergelegd',
    },
    more: (words: string) => `Meer met kaartje: ${words}`,
    edit: 'Bewerk',
    move: 'Verplaats',
    remove: 'Haal weg',
    done: 'Klaar',
    editLabel: 'De tekst van dit kaartje',
    moveTitle: 'Naar welke ruimte?',
    moved: (space: string) => `Verplaatst naar ${space}.`,
    removed: 'Kaartje weggehaald.',
    back: 'Kaartje ligt er weer.',
    unsent: (notes: number) =>
      notes === 1
        ? 'Er is nog 1 kaartje niet verstuurd. Laat deze pagina openstaan, dan gaat het vanzelf mee.'
        : `Er zijn nog ${notes} kaartjes niet verstuurd. Laat deze pagina openstaan, dan gaan ze vanzelf mee.`,
  },
  reading: {
    choose: 'Kies een ruimte om te lezen wat er ligt.',
    you: 'jij',
    arrived: (notes: number, space: string) =>
      `${count(notes, 'nieuw kaartje', 'nieuwe kaartjes')} in ${space}`,
  },
  spotlight: (space: string) => `In het licht: ${space}`,
  lookAlong: 'Kijk mee',
  me: {
    menu: (name: string) => `Je bent ${name}`,
    someoneElse: 'Ik ben iemand anders',
    explain:
      'Dit apparaat vergeet dan wie je bent. Je kaartjes blijven op het bord liggen, maar je kunt ze hier niet meer veranderen.',
    losesUnsent: (notes: number) =>
      `Let op: wat nog niet verstuurd is (${count(notes, 'kaartje', 'kaartjes')}), gaat dan niet meer mee.`,
    confirm: 'Vergeet mij op dit apparaat',
  },
};

/** What English has to say as well. */
export type PhonePartsTexts = typeof nl;
