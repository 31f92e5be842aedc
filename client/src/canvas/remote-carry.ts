/**
 * Notes in the hands of other people, from their presence. Presence and document travel apart: the note may be
 * written before or after the hand opens, and must not jump back or twice as far in between.
 */
import type { BoardPoint } from '@ruimte/shared/geometry';
import type { NoteId } from '@ruimte/shared/ids';
import type { OtherPresence } from '../model/meetup-model.ts';
import type { Motion } from './motion.ts';

interface Carry {
  readonly client: number;
  /** Where the note lay when it was taken. */
  readonly base: BoardPoint;
  readonly shown: BoardPoint;
  /** When the hand opened; the note waits there for what is written. */
  readonly releasedAt: number | undefined;
}

export interface RemoteCarry {
  /** Presence of the others changed. @param resting - where a note lies; undefined when there is none. */
  follow(
    others: readonly OtherPresence[],
    resting: (id: NoteId) => BoardPoint | undefined,
    now: number,
  ): void;
  /** The document moved a note. @returns true when somebody held it, and it glides from where it was shown. */
  written(id: NoteId, resting: BoardPoint, now: number): boolean;
  /** Lets go of notes nothing was written for. @returns true while some still wait. */
  advance(resting: (id: NoteId) => BoardPoint | undefined, now: number): boolean;
}

/** How long a note stays where a hand opened before it is shown where it lies. */
const WAIT_MS = 500;

export function createRemoteCarry(motion: Motion): RemoteCarry {
  const carries = new Map<NoteId, Carry>();
  /** Notes whose new place is written while the hand still seems to hold them. */
  const settled = new Map<NoteId, number>();

  return {
    follow: (others, resting, now) => {
      const held = new Set<NoteId>();
      for (const { clientId, drag } of others) {
        for (const id of drag?.notes ?? []) {
          const lies = resting(id);
          if (drag === undefined || lies === undefined || held.has(id)) continue;
          held.add(id);
          if (settled.get(id) === clientId) continue;
          const known = carries.get(id);
          const base = known?.client === clientId ? known.base : lies;
          const shown = { x: base.x + drag.dx, y: base.y + drag.dy };
          motion.glide(id, known?.shown ?? lies, shown, now, true);
          carries.set(id, { client: clientId, base, shown, releasedAt: undefined });
        }
      }
      for (const id of settled.keys()) if (!held.has(id)) settled.delete(id);
      for (const [id, carry] of carries) {
        if (held.has(id) || carry.releasedAt !== undefined) continue;
        carries.set(id, { ...carry, releasedAt: now });
      }
    },
    written: (id, resting, now) => {
      const carry = carries.get(id);
      if (carry === undefined) return false;
      carries.delete(id);
      if (carry.releasedAt === undefined) settled.set(id, carry.client);
      motion.glide(id, carry.shown, resting, now, false);
      return true;
    },
    advance: (resting, now) => {
      let waiting = false;
      for (const [id, carry] of carries) {
        if (carry.releasedAt === undefined) continue;
        if (now - carry.releasedAt < WAIT_MS) {
          waiting = true;
          continue;
        }
        carries.delete(id);
        const lies = resting(id);
        if (lies === undefined) motion.stop(id);
        else motion.glide(id, carry.shown, lies, now, false);
      }
      return waiting;
    },
  };
}
