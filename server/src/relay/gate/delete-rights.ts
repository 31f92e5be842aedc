/** Whether the sender may delete what an update deletes. */
import type { ParticipantId } from '@ruimte/shared/ids';
import type { Sender } from '../gate.ts';
import type { Entity } from './container.ts';
import type { DeleteTarget, FreshDeletes } from './deletes.ts';
import { refuse } from './refusal.ts';
import { isOwn, judgeLetterRight, judgeRemoval, ruleOfKey } from './rules.ts';

/**
 * Judges all deletions. Items of roots go first, because their children follow them whoever wrote those.
 * @throws Refusal `forbidden`.
 */
export function judgeDeletes(
  sender: Sender,
  owners: ReadonlyMap<number, ParticipantId>,
  deletes: FreshDeletes,
): void {
  for (const target of deletes.targets) {
    if (target.container.depth > 0) continue;
    if (target.container.rule.remove === 'server' || target.entity === undefined)
      refuse('forbidden', 'only the server removes this');
    judgeRemoval(sender, target.entity);
    target.entity.deleted = true;
  }
  for (const target of deletes.targets) {
    const { entity } = target.container;
    if (entity === undefined || entity.deleted) continue;
    if (target.container.depth === 1) judgeValueDelete(sender, owners, target, entity);
    else judgeLettersDelete(sender, target, entity);
  }
}

function judgeValueDelete(
  sender: Sender,
  owners: ReadonlyMap<number, ParticipantId>,
  target: DeleteTarget,
  entity: Entity,
): void {
  const key = target.key ?? '';
  if (entity.rule.remove === 'server') refuse('forbidden', 'only the server writes here');
  const { writer } = ruleOfKey(entity.rule, key);
  if (writer === 'own' && isOwn(sender, entity)) return;
  // Whoever writes a key deletes its old value; without a new one only their own value, as undo does.
  if (writer === 'any') {
    const mine = target.isNew || owners.get(target.client) === sender.participant;
    if (mine || entity.touched.has(key) || isOwn(sender, entity)) return;
  }
  refuse('forbidden', `${key} goes only with its whole item`);
}

function judgeLettersDelete(sender: Sender, target: DeleteTarget, entity: Entity): void {
  judgeLetterRight(sender, entity, entity.rule, target.container.textKey ?? '');
  target.container.removed += target.letters;
}
