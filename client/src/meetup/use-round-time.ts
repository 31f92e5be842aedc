/** The time of the round on this screen, looked at four times a second while it runs. */
import { type RoundTime, roundTime } from '@ruimte/shared/facilitation/engine';
import { useEffect, useReducer } from 'react';
import { useReadable } from '../use-model.ts';
import { useMeetup } from './context.ts';

/** Often enough that every second is seen; the figures change once a second. */
const LOOK_MS = 250;

/** Draws the component again every so often while `running`. @param everyMs - milliseconds. */
export function useTick(running: boolean, everyMs = LOOK_MS): void {
  const [, look] = useReducer((looks: number) => looks + 1, 0);
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }, [running, everyMs]);
}

/** The time of the running round; undefined when no round runs. */
export function useRoundTime(): RoundTime | undefined {
  const model = useMeetup();
  const stage = useReadable(model.stage);
  useTick(stage.deadline !== null && stage.status !== 'closed');
  return stage.status === 'closed' ? undefined : roundTime(stage, model.now());
}
