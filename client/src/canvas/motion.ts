/** Notes on the move: carried by others, settling after arrival, gliding to where somebody laid them. Times are given. */
import type { BoardPoint } from '@ruimte/shared/geometry';
import type { NoteId } from '@ruimte/shared/ids';

/** Where a moving note is shown. */
export interface Shown extends BoardPoint {
  readonly opacity: number;
  readonly lifted: boolean;
  /** 0 face down, 1 face up: where it is on the way from one to the other. */
  readonly turned: number;
}

interface Glide {
  readonly from: BoardPoint;
  readonly to: BoardPoint;
  readonly start: number;
}

export interface Motion {
  /** The ids that are shown elsewhere than where they lie; the same set until it changes. */
  readonly moving: ReadonlySet<NoteId>;
  /** A note of somebody else came: it fades in and settles. */
  arrive(id: NoteId, now: number): void;
  /** A note that lay face down turns over. @param place - among those that turn with it, from 0. */
  turn(id: NoteId, now: number, place: number): void;
  /** A note is to be shown at `to` from now on, coming from where it was shown or from `from`. */
  glide(id: NoteId, from: BoardPoint, to: BoardPoint, now: number, carried: boolean): void;
  /** Shows the note where it lies, at once. */
  stop(id: NoteId): void;
  shown(id: NoteId, resting: BoardPoint, now: number): Shown;
  /** Ends what is over. @returns true while something still moves. */
  advance(now: number): boolean;
}

const GLIDE_MS = 80;
const ARRIVE_MS = 220;
/** All turn together: one begins a little after the other, and the last no later than so. */
const TURN = { ms: 420, stagger: 25, last: 180 } as const;
/** How far a note settles, board units. */
const SETTLE = 8;

/** @param reduced - reads whether the person asked for less motion: then everything is where it is going. */
export function createMotion(reduced: () => boolean): Motion {
  const moving = new Set<NoteId>();
  const arrivals = new Map<NoteId, number>();
  const turns = new Map<NoteId, number>();
  const glides = new Map<NoteId, Glide>();
  /** Notes in the hands of others: they stay moving after their glide. */
  const carriedIds = new Set<NoteId>();

  const along = ({ from, to, start }: Glide, now: number): BoardPoint => {
    const t = reduced() ? 1 : Math.min(1, Math.max(0, (now - start) / GLIDE_MS));
    return { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
  };
  const stop = (id: NoteId): void => {
    moving.delete(id);
    arrivals.delete(id);
    turns.delete(id);
    glides.delete(id);
    carriedIds.delete(id);
  };

  return {
    moving,
    arrive: (id, now) => {
      if (reduced()) return;
      arrivals.set(id, now);
      moving.add(id);
    },
    turn: (id, now, place) => {
      if (reduced()) return;
      turns.set(id, now + Math.min(place * TURN.stagger, TURN.last));
      moving.add(id);
    },
    glide: (id, from, to, now, carried) => {
      const current = glides.get(id);
      glides.set(id, { from: current === undefined ? from : along(current, now), to, start: now });
      if (carried) carriedIds.add(id);
      else carriedIds.delete(id);
      moving.add(id);
    },
    stop,
    shown: (id, resting, now) => {
      const glide = glides.get(id);
      const place = glide === undefined ? resting : along(glide, now);
      const arrived = arrivals.get(id);
      const share = (start: number | undefined, ms: number): number =>
        start === undefined ? 1 : Math.min(1, Math.max(0, (now - start) / ms));
      const t = share(arrived, ARRIVE_MS);
      return {
        x: place.x,
        y: place.y - SETTLE * (1 - t) * (1 - t),
        opacity: t,
        lifted: carriedIds.has(id),
        turned: share(turns.get(id), TURN.ms),
      };
    },
    advance: (now) => {
      let active = false;
      for (const id of moving) {
        const glide = glides.get(id);
        const arrived = arrivals.get(id);
        const gliding = glide !== undefined && !reduced() && now - glide.start < GLIDE_MS;
        const turned = turns.get(id);
        const arriving = arrived !== undefined && now - arrived < ARRIVE_MS;
        const turning = turned !== undefined && now - turned < TURN.ms;
        if (gliding || arriving || turning) active = true;
        else if (!carriedIds.has(id)) stop(id);
      }
      return active;
    },
  };
}
