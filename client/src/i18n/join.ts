/** The join page: by link or by code, as participant, facilitator or wall. */
import { dictionary } from './dictionary.ts';

const nl = {
  tab: 'Doe mee',
  almostThere: (people: number) => {
    if (people === 0) return 'Je bent er bijna. Je bent de eerste.';
    return people === 1
      ? 'Je bent er bijna. 1 mens is al binnen.'
      : `Je bent er bijna. ${people} mensen zijn al binnen.`;
  },
  asFacilitator: 'Je gaat naar binnen als begeleider.',
  trying: 'Dit is een proef: alles kan, en als de bijeenkomst opengaat begint het bord leeg.',
  name: 'Naam of bijnaam',
  nameMissing: 'Vul een naam of bijnaam in. Die zien de anderen.',
  community: 'Jouw leergemeenschap',
  communityMissing: 'Kies je leergemeenschap, of voeg hem toe.',
  notListed: 'Staat die er niet bij?',
  newCommunity: 'Naam van je leergemeenschap',
  chooseListed: 'Kies er toch een uit de lijst',
  noCommunities: 'Er staan nog geen leergemeenschappen bij. Vul de jouwe in.',
  role: 'Rol',
  join: 'Doe mee',
  enter: 'Ga naar binnen',
  privacy: 'Iedereen in deze bijeenkomst ziet je naam en je leergemeenschap.',
  goingIn: (name: string) => (name === '' ? 'Je gaat naar binnen' : `Welkom terug, ${name}`),
  someoneElse: 'Ik ben iemand anders',
  wall: 'Dit scherm gaat naar het bord',
  closed: 'De bijeenkomst is afgesloten. Het bord staat in het archief.',
  noEntrance: 'In dit adres ontbreekt een stuk. Open de link nog eens, of typ de code van het scherm.',
  toCode: 'Typ een code',
};

const en: typeof nl = {
  tab: 'Join',
  almostThere: (people) => {
    if (people === 0) return 'You are almost there. You are the first.';
    return people === 1
      ? 'You are almost there. 1 person is in.'
      : `You are almost there. ${people} people are in.`;
  },
  asFacilitator: 'You are going in as facilitator.',
  trying: 'This is a trial: everything can be tried, and when the meet-up opens the board starts empty.',
  name: 'Name or nickname',
  nameMissing: 'Fill in a name or nickname. The others will see it.',
  community: 'Your learning community',
  communityMissing: 'Choose your learning community, or add it.',
  notListed: 'Not in the list?',
  newCommunity: 'Name of your learning community',
  chooseListed: 'Choose one from the list after all',
  noCommunities: 'No learning communities are listed yet. Fill in yours.',
  role: 'Role',
  join: 'Join',
  enter: 'Go in',
  privacy: 'Everyone in this meet-up sees your name and your learning community.',
  goingIn: (name) => (name === '' ? 'You are going in' : `Welcome back, ${name}`),
  someoneElse: 'I am someone else',
  wall: 'This screen is going to the board',
  closed: 'The meet-up is closed. The board is in the archive.',
  noEntrance: 'A part of this address is missing. Open the link again, or type the code from the screen.',
  toCode: 'Type a code',
};

/** The join page. */
export const joinTexts = dictionary(nl, en);
