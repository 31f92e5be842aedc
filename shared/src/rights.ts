/** Who may do what, in one table; the server enforces it and screens show it before one tries. */

/** The role a session has in a meet-up; `organiser` is outside any meet-up. */
export type Role = 'participant' | 'facilitator' | 'wall' | 'organiser';

export type Right =
  | 'readBoard'
  | 'readStage'
  | 'writeBoard'
  /** Write while the round does not take notes or the board is locked. */
  | 'writeAlways'
  | 'ownDesk'
  | 'showPresence'
  | 'lead'
  | 'seeTips'
  | 'seeBin'
  | 'managePeople'
  | 'manageMeetup'
  | 'readOwnSnapshots'
  | 'readAllSnapshots'
  | 'prepareMeetups';

const RIGHTS: Readonly<Record<Role, ReadonlySet<Right>>> = {
  participant: new Set<Right>(['readBoard', 'readStage', 'writeBoard', 'ownDesk', 'showPresence']),
  facilitator: new Set<Right>([
    'readBoard',
    'readStage',
    'writeBoard',
    'writeAlways',
    'ownDesk',
    'showPresence',
    'lead',
    'seeTips',
    'seeBin',
    'managePeople',
    'manageMeetup',
    'readOwnSnapshots',
  ]),
  wall: new Set<Right>(['readBoard', 'readStage']),
  organiser: new Set<Right>(['manageMeetup', 'readAllSnapshots', 'prepareMeetups']),
};

/** True when the role has the right; there are no exceptions elsewhere. */
export function may(role: Role, right: Right): boolean {
  return RIGHTS[role].has(right);
}
