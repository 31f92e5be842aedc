/** A board as a small picture: tinted zones with paper where the notes lay. */
import { NOTE_SIZE } from '@ruimte/shared/projection/layout';
import type { SnapshotSummary } from '@ruimte/shared/protocol/api';
import { styleOf } from '@ruimte/shared/schema/community-style';

/** Margin around the zones, board units. */
const MARGIN = 40;
/** Width by height a picture has at least: boards grow downwards, cards stay in line. */
const SHAPE = { w: 2400, h: 1860 };

/** Only decoration: title and date stand below it. */
export function Thumbnail({ thumbnail }: Pick<SnapshotSummary, 'thumbnail'>) {
  const { zones, notes } = thumbnail;
  const right = Math.max(SHAPE.w, ...zones.map(([x, , w]) => x + w + MARGIN));
  const bottom = Math.max(SHAPE.h, ...zones.map(([, y, , h]) => y + h + MARGIN));
  return (
    <svg
      className="thumbnail"
      viewBox={`0 0 ${right} ${bottom}`}
      preserveAspectRatio="xMidYMid meet"
      aria-hidden="true"
    >
      {zones.map(([x, y, w, h, tint]) => (
        // The fifth tint is that of the empty space, which has no fill.
        <rect
          key={`${x} ${y}`}
          x={x}
          y={y}
          width={w}
          height={h}
          fill={tint === 5 ? 'none' : `var(--zone-${tint})`}
        />
      ))}
      {notes.map(([x, y, community], index) => (
        <rect
          // Notes may lie on one another at the very same place.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          x={x}
          y={y}
          width={NOTE_SIZE.w}
          height={NOTE_SIZE.h}
          fill={community === 0 ? 'var(--line)' : `var(--c${styleOf(community)})`}
        />
      ))}
    </svg>
  );
}
