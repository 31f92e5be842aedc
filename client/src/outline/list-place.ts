/** Where in the list an element is, read from the page; and the elements to go to. */
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import type { ListPlace } from './list-keys.ts';

export interface PlaceInList {
  readonly kind: ListPlace;
  readonly zone: ZoneId | undefined;
  /** The note itself, or the one whose actions or field this is. */
  readonly note: NoteId | undefined;
}

/** @param target - anything inside the list. */
export function placeInList(target: Element): PlaceInList {
  const note = target
    .closest<HTMLElement>('.outline-note')
    ?.querySelector<HTMLElement>('[data-outline-note]');
  return {
    kind: kindOf(target),
    zone: target.closest<HTMLElement>('[data-list-zone]')?.dataset['listZone'] as ZoneId | undefined,
    note: note?.dataset['outlineNote'] as NoteId | undefined,
  };
}

function kindOf(target: Element): ListPlace {
  if (target.matches('[data-outline-note]')) return 'note';
  if (target.matches('textarea, input, select')) return 'field';
  return target.matches('h3') ? 'heading' : 'control';
}

/** The button of a note; undefined when the list does not show it. */
export function rowOf(note: NoteId): HTMLElement | undefined {
  return document.querySelector<HTMLElement>(`[data-outline-note="${CSS.escape(note)}"]`) ?? undefined;
}

/** The name of a space. */
export function headingOf(zone: ZoneId): HTMLElement | undefined {
  return document.getElementById(`zone-${zone}`) ?? undefined;
}
