/** What lies in the bin now, and bringing it back. */
import { RuimteError } from '@ruimte/shared/errors';
import type { PeopleCommand } from '@ruimte/shared/facilitation/commands';
import type { ParticipantId } from '@ruimte/shared/ids';
import type { BinEntry, PersonView } from '@ruimte/shared/protocol/api';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { leadTexts } from '../i18n/lead.ts';
import { useErrorSentence } from '../i18n/use-error.ts';
import { useText } from '../i18n/use-text.ts';
import { useAsk, useMeetup } from '../meetup/context.ts';
import { createThrottle, DEVICE_TIMERS } from '../model/timers.ts';
import { useToast } from '../ui/Toast.tsx';
import { useReadable } from '../use-model.ts';

/** By then the server has what this screen did; a bin of thousands is not read more often. */
const READ_EVERY_MS = 1_000;

/** Brings removed notes back. */
export type Restore = (command: Extract<PeopleCommand, { type: 'restoreNote' | 'restoreNotes' }>) => void;

export interface Bin {
  /** What was removed and has not come back; undefined until the server has answered. */
  readonly entries: readonly BinEntry[] | undefined;
  /** Everybody who was ever in, also those who were taken out of the meet-up: the roster no longer has these. */
  readonly people: ReadonlyMap<ParticipantId, PersonView>;
  readonly restore: Restore;
  /** Something is being brought back. */
  readonly busy: boolean;
  /** What went wrong with the last try, in words. */
  readonly error: string | undefined;
}

/** Reads the bin, and again whenever notes are removed; what lies on the board again is left out at once. */
export function useBin(): Bin {
  const model = useMeetup();
  const ask = useAsk();
  const text = useText(leadTexts).bin;
  const toast = useToast();
  const sentence = useErrorSentence();
  const { notes } = useReadable(model.board);
  const [read, setRead] = useState<readonly BinEntry[] | undefined>(undefined);
  const [people, setPeople] = useState<Bin['people']>(new Map());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const { id } = model.session.meetup;

  const readBin = useCallback(async () => {
    const [bin, everybody] = await Promise.all([ask('readBin', { id }), ask('listPeople', { id })]);
    setRead(bin);
    setPeople(new Map(everybody.map((person) => [person.id, person])));
  }, [ask, id]);
  useEffect(() => {
    let gone = false;
    const look = createThrottle(DEVICE_TIMERS, READ_EVERY_MS, () => {
      readBin().catch((caught: unknown) => {
        if (!gone) setError(caught);
      });
    });
    look.run();
    let again: ReturnType<typeof setTimeout> | undefined;
    const stop = model.board.onNotesChanged((ids) => {
      if (ids.every((note) => model.board.get().notes.has(note))) return;
      look.run();
      // What was removed here is gone from this screen before the server has heard of it.
      clearTimeout(again);
      again = setTimeout(look.run, READ_EVERY_MS);
    });
    return () => {
      gone = true;
      clearTimeout(again);
      look.stop();
      stop();
    };
  }, [model, readBin]);
  const entries = useMemo(() => read?.filter(({ note }) => !notes.has(note.id)), [read, notes]);

  async function bringBack(command: Parameters<Restore>[0]): Promise<void> {
    if (busy) return;
    setBusy(true);
    setError(undefined);
    try {
      const { restored = 0 } = await model.command(command);
      toast({ message: restored === 0 ? text.thereAlready : text.restored(restored) });
    } catch (caught) {
      // Somebody else was first, or the answer to the first asking was lost on the way.
      if (caught instanceof RuimteError && caught.code === 'notFound') toast({ message: text.thereAlready });
      else setError(caught);
    } finally {
      setBusy(false);
      readBin().catch(setError);
    }
  }
  return {
    entries,
    people,
    restore: (command) => void bringBack(command),
    busy,
    error: sentence(error),
  };
}
