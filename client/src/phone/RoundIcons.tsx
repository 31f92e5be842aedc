/** Icons of the parts that only some rounds need; decoration, words stand beside them. */

function RoundIcon({ path, size }: { readonly path: string; readonly size: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.8}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** An eye with a line through it. */
export const HiddenIcon = ({ size = 20 }: { readonly size?: number }) => (
  <RoundIcon
    path="M4 4l16 16M9.9 5.8A9.6 9.6 0 0 1 12 5.5c5 0 8.3 3.9 9.5 6.5a13 13 0 0 1-2.7 3.6M6.2 7.5A13.4 13.4 0 0 0 2.5 12c1.2 2.6 4.5 6.5 9.5 6.5a9.6 9.6 0 0 0 4.3-1M10 10a2.8 2.8 0 0 0 4 4"
    size={size}
  />
);
export const PlusIcon = () => <RoundIcon path="M12 5v14M5 12h14" size={22} />;
export const MinusIcon = () => <RoundIcon path="M5 12h14" size={22} />;
export const CheckIcon = () => <RoundIcon path="M5 12.5l4.5 4.5L19 7" size={22} />;
