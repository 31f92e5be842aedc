/** Buttons and links that look like one. */
import './button.css';
import type { ComponentProps, ReactNode, Ref } from 'react';
import { Link } from '../navigation.tsx';

type Kind = 'primary' | 'plain' | 'quiet';
type Size = 'small' | 'medium' | 'large';

interface Look {
  /** `primary` is ink and occurs once per view. Default `plain`. */
  readonly kind?: Kind;
  /** 32, 40 or 56 px high. Default `medium`; on touch screens never under 44. */
  readonly size?: Size;
}

const classes = (kind: Kind, size: Size, more: string | undefined): string =>
  `button button-${kind} button-${size}${more === undefined ? '' : ` ${more}`}`;

interface ButtonProps extends Look, Omit<ComponentProps<'button'>, 'ref'> {
  /** Something is under way: the label stays, presses are ignored. */
  readonly busy?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
}

/** A button says what happens. While busy it keeps its label and its focus. */
export function Button({ kind = 'plain', size = 'medium', busy = false, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(kind, size, rest.className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
    >
      {children}
      {busy && <span className="button-busy" aria-hidden="true" />}
    </button>
  );
}

interface ButtonLinkProps extends Look {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A link within the product that looks like a button. */
export function ButtonLink({ kind = 'plain', size = 'medium', href, children, className }: ButtonLinkProps) {
  return (
    <Link href={href} className={classes(kind, size, className)}>
      {children}
    </Link>
  );
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title'> {
  /** What it does, in words: its name for everyone who does not see the icon, and its tooltip. */
  readonly label: string;
  /** Makes it a toggle; pressed is filled with ink. */
  readonly pressed?: boolean;
  readonly children: ReactNode;
}

/** A square button with an icon, always named. */
export function IconButton({ label, pressed, children, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`icon-button${className === undefined ? '' : ` ${className}`}`}
      aria-label={label}
      aria-pressed={pressed}
      title={label}
    >
      {children}
    </button>
  );
}
