/** In Dutch: What a round asks on a phone besides notes in spaces: own sheets, places, tables, being ready. */
import { count } from './dictionary.ts';

export const nl = {
  desk: {
    about: 'Niemand anders ziet dit, tot de begeleider de kaartjes omdraait.',
    onlyYou: 'alleen jij ziet dit',
    faceDown: 'Wat hier ligt, is nog dicht.',
    lie: (notes: number) => `${count(notes, 'kaartje', 'kaartjes')}, nog dicht`,
    alsoLie: (notes: number) => `en nog ${count(notes, 'kaartje', 'kaartjes')} van anderen, nog dicht`,
  },
  place: {
    choose: 'Waar leg je het?',
    none: 'nog geen plek gekozen',
    between: (low: string, high: string) => `Plek tussen ‘${low}’ en ‘${high}’`,
    at: (end: string) => `helemaal bij ‘${end}’`,
    near: (end: string) => `dichter bij ‘${end}’`,
    middle: 'in het midden',
    lay: 'Leg hier',
    along: 'Schuif het kaartje naar zijn plek.',
  },
  table: {
    now: (space: string) => `Jullie tafel is nu bij ${space}.`,
    stays: (space: string) => `Wat je typt, blijft bij ${space}.`,
  },
  ready: {
    label: 'Ik ben klaar',
    said: 'De begeleider ziet dat je klaar bent. Verdergaan mag gewoon.',
  },
};

/** What English has to say as well. */
export type PhoneRoundTexts = typeof nl;
