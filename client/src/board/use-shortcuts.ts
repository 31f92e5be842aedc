/** Listens for the keys of the board page. */
import { useEffect, useRef } from 'react';
import { roundTime } from '@ruimte/shared/facilitation/engine';
import type { Stage } from '@ruimte/shared/schema/stage';
import { useLead } from '../lead/lead-context.tsx';
import { useMeetup } from '../meetup/context.ts';
import { untilItComes } from '../until-it-comes.ts';
import { placeOf, type Shortcut, shortcutOf } from './shortcuts.ts';
import { singleKeys } from './single-keys.ts';

/** @param page - what only the page itself can do. */
export function useShortcuts(
  page: Readonly<Record<Exclude<Shortcut, 'pause' | 'main' | 'undo' | 'redo'>, () => void>>,
): void {
  const model = useMeetup();
  const { send } = useLead();
  function run(shortcut: Shortcut): void {
    const stage = model.stage.get();
    if (shortcut === 'undo' || shortcut === 'redo') model.actions[shortcut]();
    else if (shortcut === 'pause') {
      const time = roundTime(stage, model.now());
      if (time !== undefined) void send({ type: time.paused ? 'resume' : 'pause' });
    } else if (shortcut !== 'main') page[shortcut]();
    else void runMain(stage);
  }
  /** What the key means is known with the panel: nobody who does not lead loads it. */
  async function runMain(stage: Stage): Promise<void> {
    const { commandFor, mainAction } = await untilItComes(() => import('../lead/main-action.ts'));
    const command = commandFor(mainAction(model.session.meetup, stage), stage.revision);
    if (command !== undefined) void send(command);
  }
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      // The board or a field has used the key itself.
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      const shortcut = shortcutOf(event, {
        ...placeOf(event.target),
        facilitator: model.session.role === 'facilitator',
        singleKeys: singleKeys.get(),
      });
      if (shortcut === undefined) return;
      event.preventDefault();
      latest.current(shortcut);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [model]);
}
