/** The few icons of the phone; decoration, words stand beside them. */

function Icon({ path, size = 22, width = 1.8 }: { path: string; size?: number; width?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth={width}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export const PencilIcon = () => <Icon path="M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19z" />;
export const BoardIcon = () => (
  <Icon path="M3.5 3.5h17v17h-17zM3.5 9.2h17M3.5 14.8h17M9.2 3.5v17M14.8 3.5v17" />
);
export const SendIcon = () => <Icon path="M4 12L20 4.5 14.5 20l-3-6.5zM11.5 13.5L20 4.5" size={20} />;
export const MoreIcon = () => <Icon path="M6 12h.01M12 12h.01M18 12h.01" size={20} width={2.8} />;
