/** In Dutch: grouping, linking, moving, copying and tidying: buttons, questions, and what is said afterwards. */
import { count } from './dictionary.ts';

export const nl = {
  actions: {
    edit: 'Bewerk',
    move: 'Verplaats',
    group: 'Groepeer',
    link: 'Verbind',
    copy: 'Kopieer',
    leave: 'Haal uit de groep',
    rename: 'Andere naam',
    dissolve: 'Hef de groep op',
    sendGroup: 'Verplaats de groep',
    remove: 'Verwijder',
    tidy: 'Ruim deze ruimte op',
    lookAt: 'Toon deze ruimte',
    add: 'Kaartje hier',
    more: 'Meer',
  },
  toolbar: 'Wat je met het kaartje kunt doen',
  toolbarMany: (notes: number) => `Wat je met ${count(notes, 'kaartje', 'kaartjes')} kunt doen`,
  menu: 'Menu',
  /** Questions. */
  moveTitle: (notes: number) => (notes === 1 ? 'Verplaats naar' : `Verplaats ${notes} kaartjes naar`),
  moveGroupTitle: 'Verplaats de groep naar',
  copyTitle: 'Kopieer naar',
  here: 'hier ligt het nu',
  groupName: 'Naam van de groep',
  groupNameHint: 'Mag leeg blijven.',
  renameTitle: 'Hoe heet de groep?',
  rename: 'Geef deze naam',
  unnamed: 'groep zonder naam',
  pasteTitle: (lines: number) => `${count(lines, 'regel', 'regels')} geplakt`,
  pasteQuestion: (zone: string) => `Leg je elke regel op een eigen kaartje in ${zone}?`,
  pasteMany: (notes: number) => `Leg ${count(notes, 'kaartje', 'kaartjes')}`,
  pasteLong: (lines: number) =>
    lines === 1
      ? 'Eén regel is te lang voor een kaartje en wordt verdeeld.'
      : `${lines} regels zijn te lang voor een kaartje en worden verdeeld.`,
  pasteMore: (lines: number) => `en nog ${count(lines, 'regel', 'regels')}`,
  pasteTooMany: (most: number) => `Er gaan er ${most} tegelijk op het bord. De rest plak je daarna.`,
  /** While choosing notes. */
  pickFirst: 'Kies het eerste kaartje.',
  pickSecond: (text: string) => `Kies het kaartje om te verbinden met “${text}”.`,
  pickGroup: 'Kies de kaartjes die bij elkaar horen.',
  picked: (notes: number) => `${count(notes, 'kaartje', 'kaartjes')} gekozen`,
  makeGroup: 'Maak de groep',
  join: (name: string) => `Voeg toe aan ‘${name}’`,
  /** What happened. */
  grouped: (name: string) => (name === '' ? 'Groep gemaakt.' : `Groep ‘${name}’ gemaakt.`),
  joined: (name: string) => (name === '' ? 'Toegevoegd aan de groep.' : `Toegevoegd aan ‘${name}’.`),
  renamed: (name: string) => (name === '' ? 'De groep heeft geen naam meer.' : `De groep heet nu ‘${name}’.`),
  left: (notes: number) =>
    notes === 1 ? 'Kaartje uit de groep gehaald.' : `${notes} kaartjes uit de groep gehaald.`,
  dissolved: 'Groep opgeheven. De kaartjes liggen er nog.',
  linked: 'Kaartjes verbonden.',
  unlinked: 'Verbinding weggehaald.',
  tidied: (zone: string) => `${zone} is opgeruimd.`,
  isTidy: 'Hier ligt alles al netjes.',
  moved: (notes: number, zone: string) =>
    notes === 1 ? `Kaartje verplaatst naar ${zone}.` : `${notes} kaartjes verplaatst naar ${zone}.`,
  movedGroup: (zone: string) => `Groep verplaatst naar ${zone}.`,
  copied: (zone: string) => `Kopie gelegd in ${zone}.`,
  removed: (notes: number) => (notes === 1 ? 'Kaartje verwijderd.' : `${notes} kaartjes verwijderd.`),
  removedSome: (notes: number, others: number) =>
    `${count(notes, 'kaartje', 'kaartjes')} verwijderd. ${count(others, 'kaartje is', 'kaartjes zijn')} van iemand anders en ${others === 1 ? 'blijft' : 'blijven'} liggen.`,
  restored: 'Teruggelegd.',
  restoreFailed: 'Terugleggen lukte niet. Het ligt in de prullenbak.',
  laid: (notes: number, zone: string) => `${count(notes, 'kaartje', 'kaartjes')} gelegd in ${zone}.`,
  gone: 'Dit kaartje is er niet meer.',
  notOwn: 'Dit kaartje is van iemand anders. Verplaatsen mag wel.',
  notOwnCopy: 'Je kunt alleen je eigen kaartjes kopiëren.',
  needsTwo: 'Kies minstens twee kaartjes.',
};

/** What English has to say as well. */
export type ArrangingTexts = typeof nl;
