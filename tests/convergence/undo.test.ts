import type { ParticipantId } from '@ruimte/shared/ids';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardOf } from '../support/gate-room.ts';
import { actOnce, createUndo } from '../support/honest-act.ts';
import { Random } from '../support/random.ts';
import { newBoard } from '../simulation/ledger.ts';

const SEEDS = Number(process.env['UNDO_SEEDS'] ?? 60);
/** Seeds in which Yjs by itself writes a place that there is not. */
const PINNED = [93, 798, 2_058];
const ACTS = 120;

/** What one person sees after so much writing, undoing and redoing, and what is seen by who opens it anew. */
function live(seed: number): readonly [here: object, anew: object] {
  const random = new Random(seed);
  const doc = newBoard();
  doc.clientID = 1 + random.below(1_000);
  const sender = { participant: 'noor' as ParticipantId, community: '', facilitator: false } as const;
  const hand = { doc, undo: createUndo(doc, random), sender, random };
  for (let act = 0; act < ACTS; act += 1) actOnce(hand);
  const fresh = newBoard();
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc));
  return [boardOf(doc), boardOf(fresh)];
}

test('[C2] letters that undo brings back lie in the same order for everybody', () => {
  for (const seed of [...PINNED, ...Array.from({ length: SEEDS }, (_, index) => index + 1)]) {
    const [here, anew] = live(seed);
    expect(anew, `seed ${seed}`).toEqual(here);
  }
});
