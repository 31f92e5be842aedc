/** Undo and redo of what this person did here. A fresh document starts with nothing to undo. */
import { type Origin, rootOf } from '@ruimte/shared/schema/document';
import { createUndoManager } from '@ruimte/shared/schema/undo';
import type * as Y from 'yjs';
import { createWritable, type Readable } from './readable.ts';
import type { Signing } from './signing.ts';

export interface Undo {
  readonly possible: Readable<{ readonly undo: boolean; readonly redo: boolean }>;
  undo(): void;
  redo(): void;
  /** What follows is a step of its own, even right after the last. */
  startStep(): void;
  /** Steps made in here are undone and redone as one. */
  together(run: () => void): void;
  follow(doc: Y.Doc): void;
  stop(): void;
}

/** Letters typed within this time of each other are one step: about a word or two. */
const TYPING_STEP_MS = 1_000;
const TRACKED: readonly Origin[] = ['user', 'typing'];
const NOTHING = { undo: false, redo: false };

export function createUndo(signing: Signing): Undo {
  const possible = createWritable<{ readonly undo: boolean; readonly redo: boolean }>(NOTHING);
  let steps: Y.UndoManager | undefined;

  function show(): void {
    const next = { undo: (steps?.undoStack.length ?? 0) > 0, redo: (steps?.redoStack.length ?? 0) > 0 };
    const before = possible.get();
    if (before.undo !== next.undo || before.redo !== next.redo) possible.set(next);
  }
  return {
    possible,
    undo: () => steps && signing.takeBack(steps, 'undo'),
    redo: () => steps && signing.takeBack(steps, 'redo'),
    startStep: () => steps?.stopCapturing(),
    together: (run) => (steps ? signing.together(steps, run) : run()),
    follow: (doc) => {
      steps?.destroy();
      steps = createUndoManager(
        // On a desk these are the notes alone: the other roots stay empty there.
        (['notes', 'groups', 'links'] as const).map((root) => rootOf(doc, root)),
        {
          trackedOrigins: new Set<unknown>(TRACKED),
          captureTimeout: TYPING_STEP_MS,
          doc,
          // Else undoing a move that won from somebody else's takes the place away and puts none back.
          ignoreRemoteMapChanges: true,
        },
      );
      steps.on('stack-item-added', show);
      steps.on('stack-item-popped', show);
      steps.on('stack-cleared', show);
      show();
    },
    stop: () => steps?.destroy(),
  };
}
