/** Light or dark on this wall, and full screen. */
import { createWritable, type Readable } from '../model/readable.ts';
import { findStorage } from '../model/storage.ts';

const KEY = 'ruimte.wall-theme';
const storage = findStorage('localStorage');
const theme = createWritable<'light' | 'dark'>(storage.getItem(KEY) === 'dark' ? 'dark' : 'light');

/** Light unless this device chose dark: most halls are lit. */
export const wallTheme: Readable<'light' | 'dark'> = theme;

/** Switches to the other one; the choice stays on this device. */
export function toggleTheme(): void {
  const next = theme.get() === 'dark' ? 'light' : 'dark';
  storage.setItem(KEY, next);
  theme.set(next);
}

/** Fills the screen, or lets go of it. A browser that refuses leaves the page as it is. */
export function toggleFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  done.catch(() => undefined);
}
