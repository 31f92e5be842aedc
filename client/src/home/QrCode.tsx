/** A QR code as a drawing: black on white in every theme, with the quiet edge scanners need. */
import { encode } from 'uqr';

interface QrCodeProps {
  readonly value: string;
  /** Read aloud instead of the picture. */
  readonly label: string;
  readonly className?: string;
}

/** Modules that are dark, as one path: a square each. */
function darkPath(modules: readonly (readonly boolean[])[]): string {
  return modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
}

/** Medium correction: a scratched projector image still reads, and the squares stay large. */
export function QrCode({ value, label, className }: QrCodeProps) {
  const { data, size } = encode(value, { ecc: 'M', border: 3 });
  return (
    <svg
      className={className}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={darkPath(data)} fill="#000" />
    </svg>
  );
}
