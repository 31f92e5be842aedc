/** The paper that lies face down in a private round: as much as others have written, one's own notes lie face up. */
import type { ZoneId } from '@ruimte/shared/ids';
import { type FaceDownPaper, faceDownPapers } from '@ruimte/shared/projection/face-down';
import { footOf } from '@ruimte/shared/projection/layout';
import { groupBoxes } from '@ruimte/shared/projection/groups';
import type { MeetupModel } from '../model/meetup-model.ts';

/** What lies face down in one zone. */
export interface FaceDownZone {
  /** False in the empty space: what lies there is shown, and never counted. */
  readonly counted: boolean;
  readonly papers: readonly FaceDownPaper[];
}

export type FacesDown = ReadonlyMap<ZoneId, FaceDownZone>;

type Model = Pick<MeetupModel, 'board' | 'written' | 'onDesk'>;

/** How much lies face down in one zone; 0 when nothing does. */
export function countFaceDown({ board, written, onDesk }: Model, zone: ZoneId): number {
  const all = written.get().get(zone) ?? 0;
  if (all === 0) return 0;
  let own = 0;
  for (const note of board.get().notes.values()) if (note.zone === zone && onDesk(note.id)) own += 1;
  // Counted by the server, and sooner or later than own notes reach this screen.
  return Math.max(0, all - own);
}

/** Per zone in which something lies face down. */
export function facesDownOf(model: Model): FacesDown {
  const { board, written } = model;
  const found = new Map<ZoneId, FaceDownZone>();
  for (const zone of written.get().keys()) {
    const count = countFaceDown(model, zone);
    const rect = board.rects.get().get(zone);
    const kind = board.part('zones').find(({ id }) => id === zone)?.kind;
    if (count === 0 || rect === undefined || kind === undefined) continue;
    const there = [...board.get().notes.values()].filter((note) => note.zone === zone);
    const size = { ...rect, foot: footOf({ kind }) };
    const papers = faceDownPapers(count, there, size, groupBoxes(board.part('groups'), there));
    found.set(zone, { counted: kind !== 'empty', papers });
  }
  return found;
}
