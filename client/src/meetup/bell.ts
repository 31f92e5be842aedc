/** A short soft bell, made by the browser itself: nothing to load, and silent where sound is not allowed. */
import { findStorage } from '../model/storage.ts';
import { createWritable, type Readable } from '../model/readable.ts';

const KEY = 'ruimte.bell';
const storage = findStorage('localStorage');
const wanted = createWritable(storage.getItem(KEY) === 'on');

/** Whether this device rings at every turn. Off unless somebody asked for it here. */
export const bellWanted: Readable<boolean> = wanted;

/** Switches the bell of this device on or off; switching on rings once, so that one hears how loud it is. */
export function setBell(on: boolean): void {
  storage.setItem(KEY, on ? 'on' : 'off');
  wanted.set(on);
  if (on) ringBell();
}

let context: AudioContext | undefined;
/** Partials of a small bell: pitch in Hz and loudness. */
const PARTIALS = [
  [660, 0.2],
  [1320, 0.08],
  [1980, 0.03],
] as const;
const RING_SECONDS = 1.4;

/** Rings once. Without a press on the page before, a browser may keep it silent. */
export function ringBell(): void {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  const { currentTime, destination } = context;
  for (const [pitch, loudness] of PARTIALS) {
    const tone = context.createOscillator();
    const gain = context.createGain();
    tone.frequency.value = pitch;
    gain.gain.setValueAtTime(loudness, currentTime);
    gain.gain.exponentialRampToValueAtTime(0.0001, currentTime + RING_SECONDS);
    tone.connect(gain).connect(destination);
    tone.start(currentTime);
    tone.stop(currentTime + RING_SECONDS);
  }
}
