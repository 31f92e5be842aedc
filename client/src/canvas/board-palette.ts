/** The colours of the board on this screen: those of the theme, or those of the system where somebody chose theirs. */
import { forcedPalette, type Palette, PALETTES, type Theme } from '@ruimte/shared/drawing/palette';

const forced = matchMedia('(forced-colors: active)');
const dark = matchMedia('(prefers-color-scheme: dark)');

/** Tells when the colours of the system came, went or changed, until the returned function is called. */
export function watchSystemColours(changed: () => void): () => void {
  for (const query of [forced, dark]) query.addEventListener('change', changed);
  return () => {
    for (const query of [forced, dark]) query.removeEventListener('change', changed);
  };
}

/** Which colours the system asks for, as one value to compare; empty where it leaves them to the page. */
export function systemColours(): string {
  if (!forced.matches) return '';
  return dark.matches ? 'dark' : 'light';
}

/** @param system - from {@link systemColours}. */
export function paletteOf(theme: Theme, system: string): Palette {
  if (system === '') return PALETTES[theme];
  const probe = document.createElement('i');
  probe.style.forcedColorAdjust = 'none';
  document.body.append(probe);
  const read = (name: string): string => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  };
  const palette = forcedPalette({
    ground: read('Canvas'),
    ink: read('CanvasText'),
    selection: read('Highlight'),
  });
  probe.remove();
  return palette;
}
