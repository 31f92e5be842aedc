/** A small picture of a format's board. Only decoration: the card says the rest in words. */
import type { FormatSummary } from '@ruimte/shared/protocol/api';

/** Notes in the picture: community, x, y. */
type Note = readonly [community: number, x: number, y: number];

const SPACES = [1, 2, 3, 4, 6, 7, 8, 9] as const;
const NOTES: readonly Note[] = [
  [1, 8, 9],
  [2, 24, 7],
  [4, 50, 10],
  [3, 66, 14],
  [6, 90, 8],
  [5, 10, 40],
  [2, 26, 44],
  [3, 88, 37],
  [1, 104, 43],
  [6, 9, 66],
  [4, 25, 72],
  [5, 52, 68],
  [1, 66, 74],
  [2, 91, 65],
  [3, 106, 72],
];
const ZONES = [
  { tint: 2, x: 4, y: 3 },
  { tint: 8, x: 64, y: 3 },
  { tint: 6, x: 4, y: 46 },
  { tint: 4, x: 64, y: 46 },
] as const;

function NoteRects({ notes }: { readonly notes: readonly Note[] }) {
  return notes.map(([community, x, y]) => (
    <rect key={`${x} ${y}`} x={x} y={y} width={12} height={8} fill={`var(--c${community})`} />
  ));
}

/** Eight spaces around an opening, or four zones. */
export function FormatDiagram({ layout }: { readonly layout: FormatSummary['layout'] }) {
  return (
    <svg className="format-diagram" viewBox="3 2 119 84" aria-hidden="true">
      {layout === 'nine-spaces'
        ? SPACES.map((zone) => (
            <rect
              key={zone}
              x={4 + ((zone - 1) % 3) * 40}
              y={3 + Math.floor((zone - 1) / 3) * 28}
              width={37}
              height={25}
              fill={`var(--zone-${zone})`}
              stroke={`var(--zone-ink-${zone})`}
              strokeOpacity={0.35}
            />
          ))
        : ZONES.map(({ tint, x, y }) => (
            <rect key={tint} x={x} y={y} width={57} height={40} fill={`var(--zone-${tint})`} />
          ))}
      <NoteRects notes={layout === 'nine-spaces' ? NOTES : NOTES.filter(([, x]) => x % 4 !== 0)} />
    </svg>
  );
}
