/** The paper that lies face down in a private round: as much as others have written, one's own notes lie face up. */
import type { ZoneId } from '@ruimte/shared/ids';
import { type FaceDownPaper, faceDownPapers } from '@ruimte/shared/projection/face-down';
import { groupBoxes } from '@ruimte/shared/projection/groups';
import type { Note } from '@ruimte/shared/schema/note';
import type { MeetupModel } from '../model/meetup-model.ts';

/** What lies face down in one zone. */
export interface FaceDownZone {
  readonly count: number;
  /** False in the empty space: what lies there is shown, and never counted. */
  readonly counted: boolean;
  readonly papers: readonly FaceDownPaper[];
}

export type FacesDown = ReadonlyMap<ZoneId, FaceDownZone>;

/** Per zone in which something lies face down. Linear in the size of the board while there is any. */
export function facesDownOf({
  board,
  written,
  onDesk,
}: Pick<MeetupModel, 'board' | 'written' | 'onDesk'>): FacesDown {
  const found = new Map<ZoneId, FaceDownZone>();
  const counts = written.get();
  if (counts.size === 0) return found;
  const { zones, notes, groups } = board.get();
  const rects = board.rects.get();
  const byZone = new Map<ZoneId, Note[]>([...counts.keys()].map((zone) => [zone, []]));
  for (const note of notes.values()) byZone.get(note.zone)?.push(note);
  for (const { id, kind } of zones) {
    const there = byZone.get(id);
    const rect = rects.get(id);
    if (there === undefined || rect === undefined) continue;
    // Counted by the server, and sooner or later than own notes reach this screen.
    const count = (counts.get(id) ?? 0) - there.filter((note) => onDesk(note.id)).length;
    if (count <= 0) continue;
    const papers = faceDownPapers(count, there, rect, groupBoxes(groups, there));
    found.set(id, { count, counted: kind !== 'empty', papers });
  }
  return found;
}
