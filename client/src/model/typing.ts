/** Letters on their way to the board: written a few times a second, newest wins, and at once when typing stops. */
import type { NoteId } from '@ruimte/shared/ids';
import { createThrottle, type Timers } from './timers.ts';

export interface Typing {
  type(id: NoteId, text: string): void;
  /** Writes what is waiting. */
  flush(): void;
  stop(): void;
}

const WRITE_EVERY_MS = 200;

/** @param write - writes the whole new text of a note. */
export function createTyping(timers: Timers, write: (id: NoteId, text: string) => void): Typing {
  const waiting = new Map<NoteId, string>();
  const writing = createThrottle(timers, WRITE_EVERY_MS, () => {
    const texts = [...waiting];
    waiting.clear();
    for (const [id, text] of texts) write(id, text);
  });
  return {
    type: (id, text) => {
      waiting.set(id, text);
      writing.run();
    },
    flush: writing.flush,
    stop: () => {
      writing.flush();
      writing.stop();
    },
  };
}
