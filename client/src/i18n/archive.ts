/** The archive: the list of snapshots and one of them open. */
import { count, dictionary } from './dictionary.ts';

const nl = {
  title: 'Archief',
  snapshots: (snapshots: number) => count(snapshots, 'momentopname', 'momentopnamen'),
  empty: 'Nog geen momentopnamen. Sluit een bijeenkomst af, dan ligt hier de eerste.',
  search: 'Zoek op naam of leergemeenschap',
  nothingFound: (words: string) => `Niets gevonden voor “${words}”. Probeer een ander woord.`,
  found: (found: number) => count(found, 'momentopname gevonden', 'momentopnamen gevonden'),
  takenAt: (moment: string) => `Momentopname van ${moment}`,
  spaces: 'Wat er lag',
  otherNotes: 'Buiten de vakken',
  supplement: 'Later binnengekomen',
  supplementAbout: 'Geschreven tijdens de bijeenkomst, aangekomen na het afsluiten.',
  late: 'later binnengekomen',
  toArchive: 'Terug naar het archief',
};

const en: typeof nl = {
  title: 'Archive',
  snapshots: (snapshots) => count(snapshots, 'snapshot', 'snapshots'),
  empty: 'No snapshots yet. Close a meet-up and the first one will be here.',
  search: 'Search by name or community',
  nothingFound: (words) => `Nothing found for “${words}”. Try another word.`,
  found: (found) => count(found, 'snapshot found', 'snapshots found'),
  takenAt: (moment) => `Snapshot of ${moment}`,
  spaces: 'What lay there',
  otherNotes: 'Outside the zones',
  supplement: 'Arrived later',
  supplementAbout: 'Written during the meet-up, arrived after it was closed.',
  late: 'arrived later',
  toArchive: 'Back to the archive',
};

/** The archive. */
export const archiveTexts = dictionary(nl, en);
