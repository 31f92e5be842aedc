/** What just happened, with the way back, for eight seconds. */
import './toast.css';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { commonTexts } from '../i18n/common.ts';
import { useText } from '../i18n/use-text.ts';
import { Button, IconButton } from './Button.tsx';

/** Long enough to read a sentence and decide. */
const TOAST_MS = 8_000;

/** What a toast says. */
export interface Toast {
  readonly message: string;
  /** Takes back what happened; without it the toast only tells. */
  readonly undo?: () => void;
}

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Shows a toast; a new one takes the place of the one that is there. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}

/** Holds the toast of a page. Its time stands still while the pointer or the focus is on it. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toast, setToast] = useState<Toast | undefined>(undefined);
  const [held, setHeld] = useState(false);
  const leftMs = useRef(TOAST_MS);
  const show = useCallback((next: Toast) => {
    leftMs.current = TOAST_MS;
    setToast(next);
  }, []);
  const hide = useCallback(() => {
    setHeld(false);
    setToast(undefined);
  }, []);

  useEffect(() => {
    if (toast === undefined || held) return undefined;
    const startedAt = performance.now();
    const timer = setTimeout(hide, leftMs.current);
    return () => {
      clearTimeout(timer);
      leftMs.current = Math.max(1_000, leftMs.current - (performance.now() - startedAt));
    };
  }, [toast, held, hide]);

  return (
    <ToastContext value={show}>
      {children}
      <div
        className="toast-place"
        onPointerEnter={() => setHeld(true)}
        onPointerLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
      >
        <div role="status">{toast !== undefined && <ToastBody toast={toast} hide={hide} />}</div>
      </div>
    </ToastContext>
  );
}

function ToastBody({ toast, hide }: { readonly toast: Toast; readonly hide: () => void }) {
  const text = useText(commonTexts);
  const { undo } = toast;
  return (
    <div className="toast">
      <p>{toast.message}</p>
      {undo !== undefined && (
        <Button
          size="small"
          onClick={() => {
            hide();
            undo();
          }}
        >
          {text.undo}
        </Button>
      )}
      <IconButton label={text.close} onClick={hide} className="toast-close">
        <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
          <path d="M6 6l12 12M18 6L6 18" stroke="currentColor" strokeWidth="1.8" />
        </svg>
      </IconButton>
    </div>
  );
}
