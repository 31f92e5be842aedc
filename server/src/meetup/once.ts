/** Commands that are no step of the stage: like those, they are applied at most once per id, one after another. */
import { RuimteError } from '@ruimte/shared/errors';
import type { CommandId } from '@ruimte/shared/ids';
import type { Clock } from '../clock.ts';
import type { Store, StoreRecord } from '../store/store.ts';
import type { Meetup } from './meetup.ts';

/** What a command is carried out with. */
export interface CommandParts {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * Runs a change after all earlier ones, unless this command has been carried out before.
 * @param change - keeps the record it is given in the batch of the change itself.
 * @throws RuimteError `meetupClosed`, and whatever the change throws.
 */
export function once(
  { store, clock }: CommandParts,
  meetup: Meetup,
  id: CommandId,
  change: (remember: StoreRecord) => Promise<void>,
): Promise<void> {
  return meetup.enqueue(async () => {
    if ((await store.findCommand(meetup.record.id, id)) !== undefined) return;
    if (meetup.stage.status === 'closed')
      throw new RuimteError('meetupClosed', 'the meet-up has been closed');
    const { revision } = meetup.stage;
    await change({ kind: 'command', meetup: meetup.record.id, id, revision, at: clock.now() });
  });
}
