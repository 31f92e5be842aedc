/** A QR code as one path: dark on white in both themes, since scanners want it that way. */
import { encode } from 'uqr';
import { useMemo } from 'react';
import { useText } from '../i18n/use-text.ts';
import { wallTexts } from '../i18n/wall.ts';

/** Modules of white around the code; scanners need them. */
const QUIET = 3;

interface QrProps {
  readonly text: string;
  /** Any css length; a number is px. */
  readonly size: number | string;
}

/** The QR of a link, named for who cannot see it. */
export function Qr({ text, size }: QrProps) {
  const words = useText(wallTexts);
  const { path, modules } = useMemo(() => {
    const { data } = encode(text, { border: QUIET });
    const runs = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')));
    return { path: runs.join(''), modules: data.length };
  }, [text]);
  return (
    <svg
      className="qr"
      role="img"
      aria-label={words.qr}
      viewBox={`0 0 ${modules} ${modules}`}
      style={{ width: size, height: size }}
      shapeRendering="crispEdges"
    >
      <rect width={modules} height={modules} fill="#fff" />
      <path d={path} fill="#171a22" />
    </svg>
  );
}
