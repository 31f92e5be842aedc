/** Arrow keys in the list: the previous and the next note, whichever space it lies in. */
import type { KeyboardEvent } from 'react';

/** Moves the focus between the buttons marked `data-outline-note`; other keys and fields are left alone. */
export function walkNotes(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (!(event.target instanceof HTMLElement) || event.target.dataset['outlineNote'] === undefined) return;
  const notes = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-outline-note]')];
  const next = notes[notes.indexOf(event.target) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** The note that should have the focus once this one is gone: the next, else the previous. */
export function noteBeside(id: string): HTMLElement | undefined {
  const notes = [...document.querySelectorAll<HTMLElement>('[data-outline-note]')];
  const index = notes.findIndex((each) => each.dataset['outlineNote'] === id);
  return notes[index + 1] ?? notes[index - 1];
}
