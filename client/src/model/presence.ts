/** Own presence, sent sparingly; the others' presence with the words the server gives for them. */
import type { ParticipantId } from '@ruimte/shared/ids';
import { parsePresence, type Presence } from '@ruimte/shared/protocol/presence';
import type { RosterEntry } from '@ruimte/shared/schema/stage';
import type { Awareness } from 'y-protocols/awareness';
import type { OtherPresence, PresenceChange } from './meetup-model.ts';
import { createWritable, type Readable } from './readable.ts';
import { createThrottle, type Timers } from './timers.ts';

/** Twenty a second; the relay takes twenty-five. */
const SEND_EVERY_MS = 50;
/** Cursors of two hundred people come in bursts; screens follow once a frame. */
const SHOW_EVERY_MS = 16;

export interface PresenceView {
  readonly others: Readable<readonly OtherPresence[]>;
  /** Changes the named fields; undefined takes one away. */
  set(change: PresenceChange): void;
  setUnsent(count: number): void;
  /** Shows itself again, since {@link PresenceOptions.isAlone} may answer otherwise now. */
  refresh(): void;
  /** Shows itself and looks at others through this awareness from now on. */
  follow(awareness: Awareness): void;
  stop(): void;
}

export interface PresenceOptions {
  readonly timers: Timers;
  /** The person here; undefined for the wall, which looks without being seen. */
  readonly who: ParticipantId | undefined;
  readonly roster: Readable<ReadonlyMap<ParticipantId, RosterEntry>>;
  /** True while everybody writes by themselves: then nobody is told where this person is or in which note. */
  readonly isAlone: () => boolean;
}

/** Shows nothing yet. */
export function createPresence({ timers, who, roster, isAlone }: PresenceOptions): PresenceView {
  const others = createWritable<readonly OtherPresence[]>([]);
  const known = new Map<number, Presence>();
  let own: Presence = { who: who ?? '' };
  let awareness: Awareness | undefined;
  let stopFollowing = (): void => undefined;

  function shown(): Presence {
    if (!isAlone()) return { ...own };
    const { who: me, unsent, ready } = own;
    return {
      who: me,
      ...(unsent === undefined ? {} : { unsent }),
      ...(ready === undefined ? {} : { ready }),
    };
  }
  const sending = createThrottle(timers, SEND_EVERY_MS, () => {
    if (who !== undefined) awareness?.setLocalState(shown());
  });
  const showing = createThrottle(timers, SHOW_EVERY_MS, () => {
    const people = roster.get();
    others.set(
      [...known].map(([clientId, presence]) => ({
        ...presence,
        clientId,
        person: presence.who === '' ? undefined : people.get(presence.who),
      })),
    );
  });
  const stopRoster = roster.subscribe(showing.run);

  function follow(next: Awareness): void {
    stopFollowing();
    awareness = next;
    known.clear();
    next.setLocalState(who === undefined ? null : shown());
    const onChange = (changed: Record<'added' | 'updated' | 'removed', readonly number[]>): void => {
      for (const id of [...changed.added, ...changed.updated, ...changed.removed]) {
        if (id === next.clientID) continue;
        const state: unknown = next.getStates().get(id);
        const stamp = (state as { who?: unknown } | undefined)?.who;
        const presence = parsePresence(state, (typeof stamp === 'string' ? stamp : '') as ParticipantId | '');
        if (presence === undefined) known.delete(id);
        else known.set(id, presence);
      }
      showing.run();
    };
    next.on('change', onChange);
    stopFollowing = () => next.off('change', onChange);
    showing.run();
  }

  function change(fields: { readonly [Field in keyof Presence]?: Presence[Field] | undefined }): void {
    const next: Record<string, unknown> = { ...own };
    for (const [field, value] of Object.entries(fields)) {
      if (value === undefined) delete next[field];
      else next[field] = value;
    }
    own = next as unknown as Presence;
    sending.run();
  }

  return {
    others,
    set: change,
    setUnsent: (count) => {
      if ((own.unsent ?? 0) !== count) change({ unsent: count === 0 ? undefined : count });
    },
    refresh: sending.run,
    follow,
    stop: () => {
      stopFollowing();
      stopRoster();
      sending.stop();
      showing.stop();
    },
  };
}
