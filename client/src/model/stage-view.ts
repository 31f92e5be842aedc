/** The stage and the roster as the server last wrote them. Both stay as they were while a fresh document is joined. */
import type { ParticipantId } from '@ruimte/shared/ids';
import type { MeetupView } from '@ruimte/shared/protocol/api';
import {
  FIRST_STAGE,
  readRoster,
  readStage,
  readWritten,
  type RosterEntry,
  type Stage,
  type Written,
} from '@ruimte/shared/schema/stage';
import type * as Y from 'yjs';
import { createWritable, type Readable } from './readable.ts';

export interface StageView {
  readonly stage: Readable<Stage>;
  readonly roster: Readable<ReadonlyMap<ParticipantId, RosterEntry>>;
  readonly written: Readable<Written>;
  /** Follows this document from now on. */
  follow(doc: Y.Doc): void;
  stop(): void;
}

/**
 * A view that shows what the session knows of the meet-up until the document is there.
 * @param last - the stage as this device last saw it; the session's word that it is over or begun anew holds.
 */
export function createStageView(meetup: MeetupView, last: Stage | undefined): StageView {
  const { status, generation, title, form } = meetup;
  const outdated =
    last === undefined || last.generation < generation || last.form < form || status === 'closed';
  const stage = createWritable<Stage>(outdated ? { ...FIRST_STAGE, status, generation, title, form } : last);
  const roster = createWritable<ReadonlyMap<ParticipantId, RosterEntry>>(new Map());
  const written = createWritable<Written>(new Map());
  let stop = (): void => undefined;
  return {
    stage,
    roster,
    written,
    follow: (doc) => {
      stop();
      const readIt = (event?: Y.YMapEvent<unknown>): void => {
        if (event?.keysChanged.has('written') !== false) written.set(readWritten(doc));
        if (event?.keysChanged.has('state') !== false) stage.set(readStage(doc));
      };
      const readThem = (): void => roster.set(readRoster(doc));
      const [stageRoot, rosterRoot] = [doc.getMap('stage'), doc.getMap('roster')];
      stageRoot.observe(readIt);
      rosterRoot.observe(readThem);
      stop = () => {
        stageRoot.unobserve(readIt);
        rosterRoot.unobserve(readThem);
      };
      readThem();
      readIt();
    },
    stop: () => stop(),
  };
}
