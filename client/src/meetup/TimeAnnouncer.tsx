/** Says the time aloud at half, one minute, ten seconds and the end; shows nothing. */
import { useEffect, useRef } from 'react';
import { boardTexts } from '../i18n/board.ts';
import { useText } from '../i18n/use-text.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { useReadable } from '../use-model.ts';
import { useMeetup } from './context.ts';
import { passedMoment } from './time-moments.ts';
import { useRoundTime } from './use-round-time.ts';

/** Once on every page of a meet-up. */
export function TimeAnnouncer() {
  const text = useText(boardTexts);
  const announce = useAnnounce();
  const { durationMs, roundStartedAt } = useReadable(useMeetup().stage);
  const time = useRoundTime();
  const leftMs = time?.leftMs;
  const before = useRef<{ readonly leftMs: number; readonly round: number | null } | undefined>(undefined);
  useEffect(() => {
    if (leftMs !== undefined && before.current?.round === roundStartedAt) {
      const moment = passedMoment(before.current.leftMs, leftMs, durationMs);
      if (moment !== undefined) announce(text.moments[moment]);
    }
    before.current = leftMs === undefined ? undefined : { leftMs, round: roundStartedAt };
  }, [leftMs, roundStartedAt, durationMs, announce, text]);
  return null;
}
