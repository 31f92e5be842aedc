/** A button with something under it that goes away again by itself. A native disclosure, so that it needs no script to work. */
import { type ReactNode, useEffect, useRef } from 'react';

interface PopoverProps {
  readonly name: string;
  readonly label: ReactNode;
  /** The label is an icon alone. */
  readonly icon?: boolean;
  readonly children: ReactNode;
  /** Called when it is opened: what is dear to make can wait until then. */
  readonly onOpen?: () => void;
}

/** Closes on Escape, on a press elsewhere and when the focus leaves it. */
export function Popover({ name, label, icon = false, children, onOpen }: PopoverProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    function close(event: Event): void {
      const element = details.current;
      if (element === null || !element.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        element.querySelector('summary')?.focus();
      } else if (event.target instanceof Node && element.contains(event.target)) return;
      element.open = false;
    }
    for (const type of ['pointerdown', 'keydown', 'focusin']) document.addEventListener(type, close);
    return () => {
      for (const type of ['pointerdown', 'keydown', 'focusin']) document.removeEventListener(type, close);
    };
  }, []);
  return (
    <details ref={details} className="popover" onToggle={(event) => event.currentTarget.open && onOpen?.()}>
      <summary
        className={icon ? 'icon-button' : 'button button-plain button-small'}
        aria-label={icon ? name : undefined}
        title={name}
      >
        {label}
      </summary>
      <div className="popover-body">{children}</div>
    </details>
  );
}
