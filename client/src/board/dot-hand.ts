/** Giving dots: what toolbar, menu, keys and list need of it. It comes with the round that asks for dots. */
import type { NoteId } from '@ruimte/shared/ids';

export interface DotHand {
  /** Names, in the language of the page. */
  readonly tool: string;
  readonly give: string;
  readonly take: string;
  /** Gives a dot more or takes one back, and says how many are left, or why not. */
  dot(note: NoteId, by: 1 | -1): void;
  /** Why not, as a sentence; undefined when it can be done. */
  whyNot(note: NoteId, by: 1 | -1): string | undefined;
}
