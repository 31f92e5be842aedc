/** The board as a list. */
import { count, dictionary } from './dictionary.ts';

const nl = {
  title: 'Het bord als lijst',
  spaces: 'Ruimtes',
  late: 'later binnengekomen',
  edit: 'Bewerk',
  move: 'Verplaats',
  moveTo: 'Verplaats naar',
  remove: 'Verwijder',
  done: 'Klaar',
  noteText: 'Tekst van het kaartje',
  addTo: (zone: string) => `Leg een kaartje in ${zone}`,
  add: 'Kaartje',
  lay: 'Leg neer',
  laid: (zone: string) => `Kaartje gelegd in ${zone}.`,
  moved: (zone: string) => `Kaartje verplaatst naar ${zone}.`,
  removed: (notes: number) =>
    notes === 1 ? 'Kaartje verwijderd.' : `${count(notes, 'kaartje', 'kaartjes')} verwijderd.`,
  restored: 'Kaartje teruggelegd.',
  restoreFailed: 'Terugleggen lukte niet. Het kaartje ligt in de prullenbak.',
  left: (characters: number) => `nog ${count(characters, 'teken', 'tekens')}`,
  over: (characters: number) => `${count(characters, 'teken', 'tekens')} te veel`,
  tooLong: 'Dit past niet op een kaartje. Maak het korter of verdeel het over twee kaartjes.',
  nothing: 'Schrijf eerst iets op het kaartje.',
  unsent: 'nog niet verstuurd',
  removedMeanwhile: 'Dit kaartje is intussen weggehaald. Je woorden staan bovenaan.',
  by: (name: string, community: string) => (community === '' ? name : `${name}, ${community}`),
};

const en: typeof nl = {
  title: 'The board as a list',
  spaces: 'Spaces',
  late: 'came in later',
  edit: 'Edit',
  move: 'Move',
  moveTo: 'Move to',
  remove: 'Remove',
  done: 'Done',
  noteText: 'Text of the note',
  addTo: (zone) => `Lay a note in ${zone}`,
  add: 'Note',
  lay: 'Lay it down',
  laid: (zone) => `Note laid in ${zone}.`,
  moved: (zone) => `Note moved to ${zone}.`,
  removed: (notes) => (notes === 1 ? 'Note removed.' : `${count(notes, 'note', 'notes')} removed.`),
  restored: 'Note laid back.',
  restoreFailed: 'Laying it back did not work. The note is in the bin.',
  left: (characters) => `${count(characters, 'character', 'characters')} left`,
  over: (characters) => `${count(characters, 'character', 'characters')} too many`,
  tooLong: 'This does not fit on a note. Make it shorter or spread it over two notes.',
  nothing: 'Write something on the note first.',
  unsent: 'not sent yet',
  removedMeanwhile: 'This note was removed meanwhile. Your words are at the top.',
  by: (name, community) => (community === '' ? name : `${name}, ${community}`),
};

/** The board as a list. */
export const outlineTexts = dictionary(nl, en);
