/** Takes the outbox of a device: decides per entry, lays what can be laid in one edit, keeps what came after the close. */
import type { OutboxEntry, OutboxResult } from '@ruimte/shared/protocol/outbox';
import type { Clock } from '../clock.ts';
import type { CommitLoop } from '../relay/commit-loop.ts';
import type { PersonRecord, Store, StoreRecord } from '../store/store.ts';
import { layPlan, type Plan, planEntry, sheetOfPlan } from './late-notes.ts';
import type { Meetup } from './meetup.ts';

export interface OutboxParts {
  readonly store: Store;
  readonly loop: CommitLoop;
  readonly clock: Clock;
}

/**
 * Lays outbox entries; when it resolves, everything it answers with `laid`, `late` or `supplement` is on disk.
 * @throws RuimteError `notSaving`; then nothing was laid.
 */
export function takeOutbox(
  { store, loop, clock }: OutboxParts,
  meetup: Meetup,
  person: PersonRecord,
  entries: readonly OutboxEntry[],
): Promise<readonly OutboxResult[]> {
  return meetup.enqueue(async () => {
    const room = await meetup.openBoard();
    const deskRoom = meetup.stage.sealed.length > 0 ? await meetup.openDesk(person.id) : undefined;
    const bin = await store.listBin(meetup.record.id);
    const supplement = await store.listSupplement(meetup.record.id);
    const binned = new Set(bin.map(({ note }) => note.id));
    const supplemented = new Set(supplement.map(({ id }) => id));
    const results: OutboxResult[] = [];
    const records: StoreRecord[] = [];
    const forDesk: { readonly plan: Plan; readonly index: number }[] = [];
    const desk = deskRoom?.doc;
    const laid = room.edit((doc) => {
      for (const [index, entry] of entries.entries()) {
        const plan = planEntry(
          {
            meetup: meetup.record,
            person,
            author: meetup.authorFor(person.id),
            stage: meetup.stage,
            doc,
            desk,
            limits: room.limits,
            binned,
            supplemented,
            now: clock.now(),
          },
          entry,
        );
        if (plan.kind === 'supplement') {
          records.push({ kind: 'supplement', meetup: meetup.record.id, note: plan.note });
        }
        if (sheetOfPlan(plan) === 'desk') forDesk.push({ plan, index });
        else results[index] = layPlan(doc, plan);
      }
    });
    const onDesk = deskRoom?.edit((doc) => {
      for (const { plan, index } of forDesk) results[index] = layPlan(doc, plan);
    });
    await Promise.all([laid, onDesk]);
    meetup.lookForStrays(room.doc);
    if (forDesk.length > 0) meetup.wroteOnDesk(person.id);
    if (records.length > 0) await loop.append(records);
    return results;
  });
}
