/** The plan: eight sheets around an opening. The logo, and the marker of a space's place. */
import './plan.css';
import { Link } from '../navigation.tsx';
import { commonTexts } from '../i18n/common.ts';
import { useText } from '../i18n/use-text.ts';

const CELLS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

interface PlanProps {
  /** 1 to 9 in reading order marks that space; without it the plan is the logo. */
  readonly zone?: number;
  /** In px. Default 20. */
  readonly size?: number;
}

/** The glyph; decoration, so it needs words beside it. */
export function Plan({ zone, size = 20 }: PlanProps) {
  return (
    <svg className="plan" viewBox="0 0 28 28" width={size} height={size} aria-hidden="true">
      {CELLS.map((cell) => {
        const x = ((cell - 1) % 3) * 10;
        const y = Math.floor((cell - 1) / 3) * 10;
        if (cell === 5) {
          if (zone !== 5) return null;
          return (
            <rect key={cell} className="plan-opening" x={x + 0.8} y={y + 0.8} width={6.4} height={6.4} />
          );
        }
        const faint = zone !== undefined && zone !== cell;
        return <rect key={cell} className={faint ? 'plan-faint' : ''} x={x} y={y} width={8} height={8} />;
      })}
    </svg>
  );
}

/** The name of the product with its glyph, leading to the start. */
export function Wordmark({ size = 20 }: { readonly size?: number }) {
  const text = useText(commonTexts);
  return (
    <Link href="/" className="wordmark">
      <Plan size={size} />
      {text.product}
    </Link>
  );
}
