/** The door of a table. */
import { dictionary } from './dictionary.ts';

const nl = {
  tab: 'Doe mee',
  noEntrance: 'In dit adres ontbreekt een stuk. Scan de QR nog eens, of typ de code van het scherm.',
  toCode: 'Typ een code',
  trying: 'Dit is een proef: alles kan, en als de bijeenkomst opengaat begint het bord leeg.',
  name: (table: number) => `Tafel ${table}`,
  about: (table: number) =>
    `Dit toestel schrijft voor tafel ${table}. Iedereen aan tafel kan het gebruiken; op de kaartjes staat de naam van de tafel.`,
  goIn: (table: number) => `Doe mee als tafel ${table}`,
  alone: 'Doe mee als jezelf',
};

const en: typeof nl = {
  tab: 'Join',
  noEntrance: 'A piece of this address is missing. Scan the QR again, or type the code on the screen.',
  toCode: 'Type a code',
  trying: 'This is a trial: everything can be tried, and when the meet-up opens the board begins empty.',
  name: (table) => `Table ${table}`,
  about: (table) =>
    `This device writes for table ${table}. Everybody at the table can use it; the notes carry the name of the table.`,
  goIn: (table) => `Join as table ${table}`,
  alone: 'Join as yourself',
};

/** The door of a table. */
export const tableDoorTexts = dictionary(nl, en);
