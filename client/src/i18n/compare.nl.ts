/** Then and now, in Dutch. */
export const nl = {
  title: 'Toen en nu',
  before: 'Toen',
  after: 'Nu',
  kinds: {
    same: 'Gebleven',
    reworded: 'Anders verwoord',
    moved: 'Verplaatst',
    gone: 'Weg',
    new: 'Nieuw',
  },
  movedTo: (space: string) => `naar ${space}`,
  movedFrom: (space: string) => `uit ${space}`,
  none: 'Er is geen eerdere bijeenkomst gekozen om naar terug te kijken.',
  close: 'Sluit',
  show: 'Kijk naar toen en nu',
  carry: 'Leg de kaartjes van toen op dit bord',
  carried: (notes: number) =>
    notes === 0 ? 'Ze lagen er al.' : notes === 1 ? '1 kaartje neergelegd.' : `${notes} kaartjes neergelegd.`,
};
