/**
 * The gate: judges an update by look-ups in the live document, before anything is logged, applied or relayed.
 * Look-ups see structs integrated earlier in a transaction that is still open. Roots must have been defined.
 */
import type { Gate, GateDocument, Sender, Verdict } from '../gate.ts';
import { ConflictCost } from './conflict-cost.ts';
import { decodeUpdate } from './decode.ts';
import { judgeDeletes } from './delete-rights.ts';
import { findFreshDeletes } from './deletes.ts';
import { Places } from './place.ts';
import { integrationOrder } from './references.ts';
import { refuse, Refusal } from './refusal.ts';
import { rewriteUpdate } from './rewrite.ts';
import { judgeBirths, judgeWrite } from './rules.ts';
import { judgeOwners, judgeRoom, judgeSections, judgeTexts, removedNotes } from './sizes.ts';
import { stateOf, trimSections } from './trim.ts';

/** Judges one update; see `Gate`. */
export const judgeUpdate: Gate = (document, sender, update) => {
  try {
    return judge(document, sender, update);
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refuse', code: error.code, reason: error.message };
    throw error;
  }
};

function judge(document: GateDocument, sender: Sender, update: Uint8Array): Verdict {
  const { doc, table, owners, limits, counts } = document;
  if (update.length > limits.firstSyncBytes) refuse('tooLarge', 'an update of too many bytes');
  const decoded = decodeUpdate(update, limits, {
    deletes: counts.knownDeletes,
    stateOf: (client) => stateOf(doc, client),
  });
  const clients = decoded.sections.map(({ client }) => client);
  const { sections, trimmed, incomplete } = trimSections(doc, decoded.sections);
  if (incomplete) return { kind: 'incomplete' };
  judgeSections(sender, sections, limits);
  const bind = judgeOwners(document, sender, sections);
  const order = integrationOrder(doc, sections);
  if (order === undefined) return { kind: 'incomplete' };

  const places = new Places(doc, table, sections);
  const cost = new ConflictCost(places);
  for (const struct of order) {
    places.place(struct);
    judgeWrite(places, sender, struct);
    cost.add(struct);
  }
  const deletes = findFreshDeletes(doc, places, decoded, sections, limits);
  if (deletes === undefined) return { kind: 'incomplete' };
  if (deletes.known) counts.knownDeletes.add(decoded.deletesName);
  if (sections.length === 0 && deletes.count === 0) return { kind: 'nothing', clients };
  judgeDeletes(sender, owners, deletes);
  judgeBirths(places);
  judgeTexts(places, limits);
  if (!counts.steps.hasRoomFor(sender.participant, cost.steps))
    refuse('tooLarge', 'changes that together cost too much to integrate');
  judgeRoom(document, places, sections, deletes);
  counts.steps.add(sender.participant, cost.steps);
  return {
    kind: 'accept',
    update: trimmed || deletes.trimmed ? rewriteUpdate(update, sections, deletes) : update,
    clients,
    bind,
    removedNotes: removedNotes(places),
  };
}
