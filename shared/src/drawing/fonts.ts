/** The two typefaces as canvas fonts. */

/** Emoji fonts come before the system's: some of those have outlines of faces that read badly on paper. */
export const TEXT_FAMILY =
  "'Source Sans 3 Variable', 'Source Sans 3', 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', system-ui, sans-serif";
export const DISPLAY_FAMILY = "'Proza Libre', Georgia, serif";
/** Weight of the text on notes. */
export const NOTE_WEIGHT = 540;

/** The font of the text on notes. @param size - board units. */
export function noteFont(size: number): string {
  return `${NOTE_WEIGHT} ${size}px ${TEXT_FAMILY}`;
}

/** The font of authors and remarks on notes. @param size - board units. */
export function remarkFont(size: number): string {
  return `400 ${size}px ${TEXT_FAMILY}`;
}

/** The font of the names of groups. @param size - board units. */
export function groupFont(size: number): string {
  return `italic 400 ${size}px ${DISPLAY_FAMILY}`;
}

/** The font of the names of zones. @param size - board units. */
export function zoneFont(size: number, weight: 400 | 500 = 500): string {
  return `${weight} ${size}px ${DISPLAY_FAMILY}`;
}
