import type { MeetupId } from '@ruimte/shared/ids';
import { FIRST_STAGE } from '@ruimte/shared/schema/stage';
import { expect, test } from 'vitest';
import { keepStage, lastStage } from './last-stage.ts';
import { createMemoryStorage } from './storage.ts';

const HERE = 'hier' as MeetupId;

test('the stage of the meet-up seen last is known again, that of another is not', () => {
  const storage = createMemoryStorage();
  const stage = { ...FIRST_STAGE, status: 'open', revision: 7, deadline: 1_000 } as const;
  keepStage(storage, HERE, stage);
  expect(lastStage(storage, HERE)).toEqual(stage);
  expect(lastStage(storage, 'daar' as MeetupId)).toBeUndefined();
});

test.each(['', 'null', '{}', '{"meetup":"hier","stage":', '[]'])('%j in storage reads as none', (junk) => {
  const storage = createMemoryStorage();
  storage.setItem('ruimte.stage', junk);
  expect(lastStage(storage, HERE)).toBeUndefined();
});

test('a storage that is full is no reason to stop', () => {
  const storage = createMemoryStorage();
  keepStage(
    {
      ...storage,
      setItem: () => {
        throw new Error('quota');
      },
    },
    HERE,
    FIRST_STAGE,
  );
  expect(lastStage(storage, HERE)).toBeUndefined();
});
