/** The frame of the start: eight sheets with bits of paper around an opening. Only decoration. */
import './sheet-frame.css';
import type { ReactNode } from 'react';
import { Stamp } from '../ui/Stamp.tsx';

/** A bit of paper on a sheet: community, and its corner in px from the sheet's own. */
type Bit = readonly [community: number, left: number, top: number];

const SHEETS: readonly { readonly zone: number; readonly bits: readonly Bit[] }[] = [
  { zone: 1, bits: [[1, -8, 36]] },
  {
    zone: 2,
    bits: [
      [2, 30, 34],
      [5, 112, -6],
      [3, 262, 26],
    ],
  },
  { zone: 3, bits: [[6, 14, 30]] },
  {
    zone: 4,
    bits: [
      [5, -14, 70],
      [4, 4, 150],
      [2, -10, 330],
      [3, 0, 520],
    ],
  },
  {
    zone: 6,
    bits: [
      [1, 16, 90],
      [6, 4, 226],
      [3, 22, 270],
      [4, 8, 480],
    ],
  },
  { zone: 7, bits: [[4, -12, 24]] },
  {
    zone: 8,
    bits: [
      [1, 34, 22],
      [6, 150, 54],
      [2, 196, 14],
      [5, 304, 34],
    ],
  },
  { zone: 9, bits: [[3, 18, 46]] },
];

/** Lays the sheets around its content; narrow screens show the content alone. */
export function SheetFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className="sheet-frame">
      {SHEETS.map(({ zone, bits }) => (
        <div key={zone} className="sheet" data-zone={zone} aria-hidden="true">
          {bits.map(([community, left, top]) => (
            <span key={community} className="sheet-bit" data-community={community} style={{ left, top }}>
              <Stamp number={community} size={15} />
            </span>
          ))}
        </div>
      ))}
      {children}
    </div>
  );
}
