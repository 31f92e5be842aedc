/** Dots as they are drawn: given ones filled, those left over as open rings. Decoration: the number stands beside them. */
import './dots.css';

const SIZE = 22;
/** More than these are one dot; how many they are is said. */
const MOST_DRAWN = 5;

interface DotsProps {
  readonly given: number;
  readonly left?: number;
}

export function Dots({ given, left = 0 }: DotsProps) {
  const drawn = given + left > MOST_DRAWN ? [given > 0] : [...fill(given, true), ...fill(left, false)];
  return (
    <svg className="dots" width={drawn.length * (SIZE + 2)} height={SIZE} aria-hidden="true">
      {drawn.map((isGiven, index) => (
        <circle
          // Dots have no identity: the first so many are filled.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          className={isGiven ? 'dot-given' : 'dot-left'}
          cx={index * (SIZE + 2) + SIZE / 2 + 1}
          cy={SIZE / 2}
          r={SIZE / 2 - 3}
        />
      ))}
    </svg>
  );
}

const fill = (length: number, isGiven: boolean): boolean[] => Array.from({ length }, () => isGiven);
