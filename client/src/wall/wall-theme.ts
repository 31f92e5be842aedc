/** Light or dark on this wall, and full screen. */
import { createWritable, type Readable } from '../model/readable.ts';
import { findStorage } from '../model/storage.ts';

const KEY = 'ruimte.wall-theme';
const storage = findStorage('localStorage');
type Theme = 'light' | 'dark';

/** Forced colours are the system's choice for this person; the board, which is a drawing, goes along with it. */
const forced = matchMedia('(forced-colors: active)');
const systemDark = matchMedia('(prefers-color-scheme: dark)');

function wanted(): Theme {
  const dark = forced.matches ? systemDark.matches : storage.getItem(KEY) === 'dark';
  return dark ? 'dark' : 'light';
}

const theme = createWritable<Theme>(wanted());
for (const query of [forced, systemDark]) query.addEventListener('change', () => theme.set(wanted()));

/** Light unless this device chose dark: most halls are lit. */
export const wallTheme: Readable<Theme> = theme;

/** Switches to the other one; the choice stays on this device. */
export function toggleTheme(): void {
  storage.setItem(KEY, theme.get() === 'dark' ? 'light' : 'dark');
  theme.set(wanted());
}

/** Fills the screen, or lets go of it. A browser that refuses leaves the page as it is. */
export function toggleFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  done.catch(() => undefined);
}
