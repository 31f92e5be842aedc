/** In Dutch: going on with another form while the meet-up runs. */

/** "de plek, de twijfel en het kind" */
const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} en ${names.at(-1)}`;

export const nl = {
  title: 'Andere werkvorm',
  hint: 'Loopt het gesprek een andere kant op? Ga verder met een andere werkvorm. Alle kaartjes blijven.',
  choose: 'Werkvorm',
  none: 'Kies een werkvorm',
  desks: (notes: number) =>
    notes === 1
      ? 'Er ligt nog een kaartje op een eigen blad. Draai eerst de eigen bladen om.'
      : `Er liggen nog ${notes} kaartjes op eigen bladen. Draai eerst de eigen bladen om.`,
  same: (spaces: readonly string[]) =>
    `${list(spaces)} ${spaces.length === 1 ? 'hoort' : 'horen'} ook bij deze werkvorm.`,
  stays: (spaces: readonly string[]) =>
    `${list(spaces)} ${spaces.length === 1 ? 'blijft' : 'blijven'} liggen, met wat er ligt.`,
  comes: (spaces: readonly string[]) => `${list(spaces)} ${spaces.length === 1 ? 'komt' : 'komen'} erbij.`,
  goes: (spaces: readonly string[]) =>
    `${list(spaces)} ${spaces.length === 1 ? 'is leeg en gaat' : 'zijn leeg en gaan'} van het bord.`,
  goOn: 'Ga verder met deze werkvorm…',
  askTitle: (form: string) => `Verder met ‘${form}’?`,
  ask: 'Alle kaartjes, groepen en verbindingen blijven. De ronde die nu loopt, stopt; de eerste nieuwe ronde begin je zelf.',
  askBack: 'Terug naar de vorige werkvorm kan op dezelfde manier.',
  confirm: 'Ga verder',
  done: (form: string) => `De werkvorm is nu ‘${form}’.`,
};

/** What English has to say as well. */
export type ChangeFormTexts = typeof nl;
