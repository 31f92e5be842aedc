/** A small picture of a format's board: its own zones. Only decoration: the card says the rest in words. */
import type { ZonePlace } from '@ruimte/shared/protocol/api';

const WIDTH = 116;
const HEIGHT = 82;
const GAP = 3;
/** Blank notes in a zone: place as part of its room, and community. */
const NOTES = [
  [0.12, 0.2],
  [0.52, 0.3],
  [0.26, 0.62],
] as const;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** The zones as they lie, each with what its kind asks: blank notes, a line, a cross, steps, or nothing. */
export function FormatDiagram({ zones }: { readonly zones: readonly ZonePlace[] }) {
  const columns = Math.max(...zones.map(({ col, colSpan }) => col + colSpan));
  const rows = Math.max(...zones.map(({ row, rowSpan }) => row + rowSpan));
  const [w, h] = [(WIDTH + GAP) / columns, (HEIGHT + GAP) / rows];
  return (
    <svg className="format-diagram" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {zones.map((zone, index) => {
        const box = {
          x: zone.col * w,
          y: zone.row * h,
          w: zone.colSpan * w - GAP,
          h: zone.rowSpan * h - GAP,
        };
        return <ZonePicture key={zone.id} zone={zone} box={box} index={index} />;
      })}
    </svg>
  );
}

interface ZonePictureProps {
  readonly zone: ZonePlace;
  readonly box: Box;
  /** Decides which communities its notes have. */
  readonly index: number;
}

function ZonePicture({ zone, box, index }: ZonePictureProps) {
  if (zone.kind === 'empty') return null;
  const { x, y, w, h } = box;
  const ink = `var(--zone-ink-${zone.tint})`;
  return (
    <>
      <rect
        x={x}
        y={y}
        width={w}
        height={h}
        fill={`var(--zone-${zone.tint})`}
        stroke={ink}
        strokeOpacity={0.35}
        strokeWidth={0.8}
      />
      {(zone.kind === 'scale' || zone.kind === 'quadrant') && (
        <path d={`M${x + 4} ${y + h / 2}h${w - 8}`} stroke={ink} strokeOpacity={0.6} />
      )}
      {zone.kind === 'quadrant' && (
        <path d={`M${x + w / 2} ${y + 4}v${h - 8}`} stroke={ink} strokeOpacity={0.6} />
      )}
      {zone.kind === 'rating' ? (
        [0.3, 0.5, 0.7].map((part) => (
          <circle
            key={part}
            cx={x + w * part}
            cy={y + h / 2}
            r={2.2}
            fill="none"
            stroke={ink}
            strokeOpacity={0.7}
          />
        ))
      ) : (
        <Notes box={box} index={index} />
      )}
    </>
  );
}

/** As many as fit: a wide zone shows three, a tiny one a single note. */
function Notes({ box: { x, y, w, h }, index }: Omit<ZonePictureProps, 'zone'>) {
  const [noteW, noteH] = [Math.min(12, w * 0.34), Math.min(8, h * 0.34)];
  const shown = w * h > 700 ? NOTES : NOTES.slice(0, 2);
  return shown.map(([left, top], note) => (
    <rect
      key={left}
      x={x + w * left}
      y={y + h * top}
      width={noteW}
      height={noteH}
      fill={`var(--c${((index * 2 + note * 3) % 6) + 1})`}
    />
  ));
}
