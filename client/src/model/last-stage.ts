/** The stage as this device last saw it, so that a page opened while the server is away knows the round. */
import type { MeetupId } from '@ruimte/shared/ids';
import { parseStage, type Stage } from '@ruimte/shared/schema/stage';
import type { KeyValue } from './storage.ts';

/** One key: only the meet-up seen last is worth going on in. */
const KEY = 'ruimte.stage';

/** Keeps the stage of a meet-up, in the place of any other. */
export function keepStage(storage: KeyValue, meetup: MeetupId, stage: Stage): void {
  try {
    storage.setItem(KEY, JSON.stringify({ meetup, stage }));
  } catch {
    // Full: without it a page waits for the server, as it does the first time.
    storage.removeItem(KEY);
  }
}

/** @returns the stage that was kept of this meet-up; undefined when there is none. */
export function lastStage(storage: KeyValue, meetup: MeetupId): Stage | undefined {
  try {
    const kept = JSON.parse(storage.getItem(KEY) ?? 'null') as Record<string, unknown> | null;
    return kept?.meetup === meetup ? parseStage(kept.stage) : undefined;
  } catch {
    // Not ours.
    return undefined;
  }
}
