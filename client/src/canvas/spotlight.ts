/** What the light is on, and how far everything else has dimmed. */
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import type { Spotlight } from '@ruimte/shared/schema/stage';

export interface Light {
  /** The note that is shown whole on the wall. */
  readonly note: NoteId | undefined;
  /** How much is left of a zone now, 0 to 1. */
  zone(id: ZoneId): number;
  /** How much is left of a note now, 0 to 1. */
  of(id: NoteId, zone: ZoneId): number;
}

export interface SpotlightFade {
  /** The light moves to something else, or goes off with null. @param zone - where the note in the light lies. */
  shine(on: Spotlight | null, zone: ZoneId | undefined, now: number): void;
  /** @param dimmed - what is left outside the light when it is fully on. */
  light(dimmed: number, now: number): Light;
  isFading(now: number): boolean;
}

const FADE_MS = 420;

/** @param reduced - reads whether the person asked for less motion: then the light is on or off at once. */
export function createSpotlightFade(reduced: () => boolean): SpotlightFade {
  let on: Spotlight | null = null;
  let shownOn: Spotlight | null = null;
  let litZone: ZoneId | undefined;
  let startedAt = -Infinity;
  const done = (now: number): number =>
    reduced() ? 1 : Math.min(1, Math.max(0, (now - startedAt) / FADE_MS));

  return {
    shine: (next, zone, now) => {
      if (JSON.stringify(next) === JSON.stringify(on)) return;
      // From one thing to another there is no dark in between: only on and off fade.
      if ((next === null) !== (on === null)) startedAt = now;
      on = next;
      if (next !== null) {
        shownOn = next;
        litZone = 'zone' in next ? next.zone : zone;
      }
    },
    light: (dimmed, now) => {
      const t = done(now);
      const strength = on === null ? 1 - t : t;
      const outside = 1 - (1 - dimmed) * strength;
      const note = shownOn !== null && 'note' in shownOn ? shownOn.note : undefined;
      return {
        note: on === null ? undefined : note,
        zone: (id) => (id === litZone ? 1 : outside),
        of: (id, zone) => {
          const lit = note === undefined ? zone === litZone : id === note;
          return lit ? 1 : outside;
        },
      };
    },
    isFading: (now) => done(now) < 1,
  };
}
