/** Says what others do, when it suits and as far as it is wanted. */
import type { ZoneId } from '@ruimte/shared/ids';
import { useEffect, useRef, useState } from 'react';
import { announceLevel } from '../board/announce-level.ts';
import { startAnnouncing } from '../model/announcing.ts';
import type { Changes } from '../model/changes.ts';
import { createWritable } from '../model/readable.ts';
import { DEVICE_TIMERS } from '../model/timers.ts';

export type Message = Parameters<Parameters<typeof startAnnouncing>[0]['say']>[0];

const FIELD = 'textarea, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="button"])';

const isTyping = (): boolean => document.activeElement?.matches(FIELD) === true;

/** @returns the last message; another object each time, so that the same words twice are said twice. */
export function useOthersAnnounced(changes: Changes, here: ZoneId | undefined): Message | undefined {
  const [message, setMessage] = useState<Message | undefined>(undefined);
  const zone = useRef(here);
  useEffect(() => {
    zone.current = here;
  });
  useEffect(() => {
    const typing = createWritable(isTyping());
    // The focus that leaves a field for another is there only afterwards.
    const look = (): void => queueMicrotask(() => typing.set(isTyping()));
    document.addEventListener('focusin', look);
    document.addEventListener('focusout', look);
    const stop = startAnnouncing({
      changes,
      timers: DEVICE_TIMERS,
      level: announceLevel,
      zone: () => zone.current,
      typing,
      say: setMessage,
    });
    return () => {
      stop();
      document.removeEventListener('focusin', look);
      document.removeEventListener('focusout', look);
    };
  }, [changes]);
  return message;
}
