/** Notes that other people have selected or are typing in, and who they are. */
import type { NoteId } from '@ruimte/shared/ids';
import { communityOf } from '@ruimte/shared/projection/board';
import { styleOf } from '@ruimte/shared/schema/community';
import type { MeetupModel } from '../model/meetup-model.ts';
import { isPrivateRound } from './private-round.ts';

/** Who has a note. */
export interface Holder {
  /** Colour and stamp of the community, as in `paperOf`. */
  readonly style: number;
  readonly name: string;
  /** The name stands at the first of the notes somebody has. */
  readonly named: boolean;
}

export interface HeldByOthers {
  /** The same map until it changes; empty in a private round. */
  get(): ReadonlyMap<NoteId, Holder>;
  close(): void;
}

type Followed = Pick<MeetupModel, 'others' | 'board' | 'stage' | 'session'>;

function look(model: Followed): ReadonlyMap<NoteId, Holder> {
  const held = new Map<NoteId, Holder>();
  if (isPrivateRound(model)) return held;
  const { communities } = model.board.get();
  for (const { editing, selected = [], person } of model.others.get()) {
    if (person === undefined || (editing === undefined && selected.length === 0)) continue;
    const community = communityOf(communities, person.community);
    const style = community === undefined ? 0 : styleOf(community.number);
    const name = person.name === '' ? (community?.name ?? '') : person.name;
    let named = true;
    for (const id of editing === undefined ? selected : [editing, ...selected]) {
      if (held.has(id)) continue;
      held.set(id, { style, name, named });
      named = false;
    }
  }
  return held;
}

function same(a: ReadonlyMap<NoteId, Holder>, b: ReadonlyMap<NoteId, Holder>): boolean {
  if (a.size !== b.size) return false;
  for (const [id, { style, name, named }] of b) {
    const before = a.get(id);
    if (before?.style !== style || before.name !== name || before.named !== named) return false;
  }
  return true;
}

/** Follows a model until it is closed. @param changed - not called for pointers that move. */
export function createHeldByOthers(model: Followed, changed: () => void): HeldByOthers {
  let held = look(model);
  const follow = (): void => {
    const next = look(model);
    if (same(held, next)) return;
    held = next;
    changed();
  };
  const unwatch = [model.others.subscribe(follow), model.stage.subscribe(follow)];
  return {
    get: () => held,
    close: () => {
      for (const stop of unwatch) stop();
    },
  };
}
