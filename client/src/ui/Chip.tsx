/** A pill with a word: pressed or not, or only shown. */
import './choice.css';
import type { ReactNode } from 'react';

interface ChipProps {
  readonly children: ReactNode;
  readonly pressed?: boolean;
  /** Without it the chip is no button but a label. */
  readonly onPress?: () => void;
}

/** A single choice that can be on or off by itself. */
export function Chip({ children, pressed, onPress }: ChipProps) {
  if (onPress === undefined) return <span className="chip">{children}</span>;
  return (
    <button type="button" className="chip" aria-pressed={pressed} onClick={onPress}>
      {children}
    </button>
  );
}
