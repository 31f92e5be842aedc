/** The time of a round in figures. */

/** "03:42": minutes and seconds, rounded up so that 00:00 means the time is up. @param ms - milliseconds left. */
export function formatTime(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
