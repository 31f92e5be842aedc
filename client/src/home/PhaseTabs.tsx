/** Tabs, one for each phase a group may be in. Arrow keys go from one to the next. */
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';

interface PhaseTabsProps<Phase extends string> {
  readonly label: string;
  readonly phases: readonly { readonly phase: Phase; readonly name: string }[];
  readonly shown: Phase;
  readonly onShow: (phase: Phase) => void;
  /** What belongs to the phase that is shown. */
  readonly children: ReactNode;
}

/** The tabs and the panel below them. */
export function PhaseTabs<Phase extends string>(props: PhaseTabsProps<Phase>) {
  const { label, phases, shown, onShow, children } = props;
  const id = useId();
  const tabs = useRef<HTMLDivElement>(null);
  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const index = phases.findIndex(({ phase }) => phase === shown);
    const next = (index + step + phases.length) % phases.length;
    const target = phases[next];
    if (target === undefined) return;
    onShow(target.phase);
    tabs.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  }
  return (
    <>
      <div ref={tabs} className="phase-tabs" role="tablist" aria-label={label}>
        {phases.map(({ phase, name }) => (
          <button
            key={phase}
            type="button"
            role="tab"
            id={`${id}-${phase}`}
            aria-selected={phase === shown}
            aria-controls={`${id}-panel`}
            tabIndex={phase === shown ? 0 : -1}
            onClick={() => onShow(phase)}
            onKeyDown={onKeyDown}
          >
            {name}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${shown}`}>
        {children}
      </div>
    </>
  );
}
