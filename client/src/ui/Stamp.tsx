/** Communities as people recognise them: a stamp on paper, always beside the name. */
import './stamp.css';
import { styleOf } from '@ruimte/shared/schema/community-style';

/** Stamps 1 to 12 in 24-unit paths, filled even-odd: the canvas and the page draw the same ones. */
const STAMPS: readonly string[] = [
  'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20z',
  'M3 3h18v18H3z',
  'M12 2L23 21.5H1z',
  'M12 .8L23.2 12L12 23.2L.8 12z',
  'M12 1l3.2 7.2 7.8.8-5.9 5.2 1.8 7.8-6.9-4.1-6.9 4.1 1.8-7.8L1 9l7.8-.8z',
  'M8.3 2h7.4v6.3H22v7.4h-6.3V22H8.3v-6.3H2V8.3h6.3z',
  'M1 19a11 11 0 0 1 22 0z',
  'M12 1.5a10.5 10.5 0 1 0 0 21a10.5 10.5 0 1 0 0-21zM12 7.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z',
  'M2.5 2h19L15 12l6.5 10h-19L9 12z',
  'M2 22V12a10 10 0 0 1 20 0v10h-6.5V12a3.5 3.5 0 0 0-7 0v10z',
  'M2.5 21.5C2.5 10.5 10.5 2.5 21.5 2.5C21.5 13.5 13.5 21.5 2.5 21.5z',
  'M6.5 2a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zM17.5 2a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zM6.5 13a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zM17.5 13a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z',
];

/** Colour and stamp of a number; 0 is no community at all: neutral paper, no stamp. */
function lookOf(number: number): number {
  return number < 1 ? 0 : styleOf(number);
}

/** The stamp alone, in the community's ink; decoration, the name stands beside it. @param number - from 1. */
export function Stamp({ number, size = 19 }: { readonly number: number; readonly size?: number }) {
  const style = lookOf(number);
  return (
    <svg
      className="stamp"
      data-community={style}
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
    >
      {style > 0 && <path fillRule="evenodd" d={STAMPS[style - 1]} />}
    </svg>
  );
}

interface BadgeProps {
  /** The community's number, from 1; 0 for a note without one. */
  readonly number: number;
  /** Gives the badge a name of its own; leave it out where the name stands beside it. */
  readonly name?: string;
  /** Default 24; 20 in dense lists. */
  readonly size?: number;
}

/** The stamp on its paper. */
export function Badge({ number, name, size = 24 }: BadgeProps) {
  return (
    <span
      className="badge"
      data-community={lookOf(number)}
      style={{ width: size, height: size }}
      {...(name === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name })}
    >
      <Stamp number={number} size={Math.round(size * 0.6)} />
    </span>
  );
}
