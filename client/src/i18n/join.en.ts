/** In English: The join page: by link or by code, as participant, facilitator or wall. */
import type { JoinTexts } from './join.nl.ts';

export const en: JoinTexts = {
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
  nameMissing: 'Fill in a name or nickname.',
  community: 'Your learning community',
  communityMissing: 'Choose your learning community, or add it.',
  notListed: 'Not in the list?',
  newCommunity: 'Name of your learning community',
  chooseListed: 'Choose one from the list after all',
  noCommunities: 'No learning communities are listed yet. Fill in yours.',
  role: 'Role',
  join: 'Join',
  enter: 'Go in',
  seen: {
    names: 'Everyone in this meet-up sees your name and your learning community.',
    communities:
      'The facilitator sees your name, but not with your notes. Those show only your learning community.',
  },
  goingIn: (name) => (name === '' ? 'You are going in' : `Welcome back, ${name}`),
  someoneElse: 'I am someone else',
  wall: 'This screen is going to the board',
  closed: 'The meet-up is closed. The board is in the archive.',
  noEntrance: 'A part of this address is missing. Open the link again, or type the code from the screen.',
  toCode: 'Type a code',
};
