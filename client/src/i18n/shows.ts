/** What a meet-up shows with its notes. */
import { dictionary } from './dictionary.ts';

const nl = {
  legend: 'Bij de kaartjes',
  choice: { names: 'Naam en leergemeenschap', communities: 'Alleen de leergemeenschap' },
  hint: {
    names: 'Je ziet bij elk kaartje wie het schreef.',
    communities: 'Niemand kan zien wie wat schreef, jij ook niet. Dat blijft zo in het archief.',
  },
  fixed: {
    names: 'Naam en leergemeenschap. Dat ligt vast sinds de eerste deelnemer er is.',
    communities: 'Alleen de leergemeenschap. Dat ligt vast sinds de eerste deelnemer er is.',
  },
  onlyCommunities: 'Bij de kaartjes staat alleen de leergemeenschap.',
  tooLate: 'Wat er bij de kaartjes staat ligt vast: er is al een deelnemer of een kaartje.',
};

const en: typeof nl = {
  legend: 'With the notes',
  choice: { names: 'Name and learning community', communities: 'Only the learning community' },
  hint: {
    names: 'You see with each note who wrote it.',
    communities: 'Nobody can see who wrote what, and neither can you. It stays so in the archive.',
  },
  fixed: {
    names: 'Name and learning community. That is fixed since the first participant came in.',
    communities: 'Only the learning community. That is fixed since the first participant came in.',
  },
  onlyCommunities: 'Notes show only the learning community.',
  tooLate: 'What stands with the notes is fixed: there is a participant or a note already.',
};

export const showsTexts = dictionary(nl, en);
