/** In Dutch: The join page: by link or by code, as participant, facilitator or wall. */

export const nl = {
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
  nameMissing: 'Vul een naam of bijnaam in.',
  community: 'Jouw leergemeenschap',
  communityMissing: 'Kies je leergemeenschap, of voeg hem toe.',
  notListed: 'Staat die er niet bij?',
  newCommunity: 'Naam van je leergemeenschap',
  chooseListed: 'Kies er toch een uit de lijst',
  noCommunities: 'Er staan nog geen leergemeenschappen bij. Vul de jouwe in.',
  role: 'Rol',
  join: 'Doe mee',
  enter: 'Ga naar binnen',
  seen: {
    names: 'Iedereen in deze bijeenkomst ziet je naam en je leergemeenschap.',
    communities:
      'De begeleider ziet je naam, maar niet bij je kaartjes. Daar staat alleen je leergemeenschap.',
  },
  goingIn: (name: string) => (name === '' ? 'Je gaat naar binnen' : `Welkom terug, ${name}`),
  someoneElse: 'Ik ben iemand anders',
  wall: 'Dit scherm gaat naar het bord',
  closed: 'De bijeenkomst is afgesloten. Het bord staat in het archief.',
  noEntrance: 'In dit adres ontbreekt een stuk. Open de link nog eens, of typ de code van het scherm.',
  toCode: 'Typ een code',
};

/** What English has to say as well. */
export type JoinTexts = typeof nl;
