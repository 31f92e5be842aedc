/** In Dutch: the keys of the board page, in the dialog that lists them. */

export const nl = {
  title: 'Toetsen',
  single: 'Toetsen met één letter',
  list: {
    arrows: 'Volgend kaartje in die richting',
    zones: 'Naar de ruimte ernaast, met Shift het kaartje mee',
    space: 'Naar een ruimte',
    add: 'Nieuw kaartje',
    edit: 'Bewerk het kaartje, Esc stopt',
    nudge: 'Schuif het kaartje een stukje',
    move: 'Verplaats naar een ruimte',
    link: 'Verbind met een ander kaartje',
    group: 'Groepeer kaartjes',
    copy: 'Kopieer naar een ruimte',
    dot: 'Geef het kaartje een stip, in een ronde met stippen',
    takeDot: 'Neem een stip terug',
    remove: 'Verwijder het kaartje',
    menu: 'Menu bij het kaartje',
    undo: 'Ongedaan maken',
    redo: 'Opnieuw',
    search: 'Zoek',
    list: 'Bord of lijst',
    tools: 'Kiezen, schuiven',
    zoom: 'Dichterbij, verder weg, heel het bord',
    keys: 'Alle toetsen',
    panel: 'Paneel open of dicht',
    pause: 'Tijd stilzetten of laten lopen',
    next: 'Volgende ronde',
    fullScreen: 'Volledig scherm',
  },
};

/** What English has to say as well. */
export type KeysTexts = typeof nl;
