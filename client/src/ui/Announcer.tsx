/** One polite live region for the page: what changed without anybody looking there. */
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

const AnnouncerContext = createContext<(message: string) => void>(() => undefined);

/** Says a sentence to whoever reads with a screen reader, when it suits; a new one replaces one not yet said. */
export function useAnnounce(): (message: string) => void {
  return useContext(AnnouncerContext);
}

/** Holds the live region; around the whole page, so that it outlives what is announced. */
export function AnnouncerProvider({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ message: '', turn: 0 });
  const announce = useCallback((message: string) => setSaid(({ turn }) => ({ message, turn: turn + 1 })), []);
  return (
    <AnnouncerContext value={announce}>
      {children}
      <div className="visually-hidden" aria-live="polite">
        {/* A key of its own makes the same sentence twice two announcements. */}
        <span key={said.turn}>{said.message}</span>
      </div>
    </AnnouncerContext>
  );
}
