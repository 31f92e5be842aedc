/** Below the field: what was counted, the own notes, and "Ik ben klaar". */
import { latestSheets } from '@ruimte/shared/facilitation/tally';
import { useEffect, useRef } from 'react';
import { phoneMarksTexts } from '../i18n/phone-marks.ts';
import { useText } from '../i18n/use-text.ts';
import { lazyPart } from '../lazy-part.tsx';
import { useMeetup } from '../meetup/context.ts';
import { currentRound } from '../meetup/rounds.ts';
import { useBoardPart } from '../meetup/use-board-part.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { useReadable } from '../use-model.ts';
import { OwnNotes } from './OwnNotes.tsx';

// Only meet-ups with dots or ratings have anything counted; only rounds that ask something can be ready.
const CountedDots = lazyPart(() => import('./CountedDots.tsx').then((part) => part.CountedDots));
const CountedRatings = lazyPart(() => import('./CountedRatings.tsx').then((part) => part.CountedRatings));
const ReadyToggle = lazyPart(() => import('./ReadyToggle.tsx').then((part) => part.ReadyToggle));

export function WriteFoot() {
  const model = useMeetup();
  const stage = useReadable(model.stage);
  const marking = useReadable(model.marking);
  const sheet = useReadable(model.sheet);
  const votes = latestSheets(useBoardPart('votes'));
  const ratings = latestSheets(useBoardPart('ratings'));
  const round = stage.status === 'closed' ? undefined : currentRound(model.session.meetup, stage)?.round;
  const asks = round !== undefined && (marking !== undefined || round.write === 'open' || sheet === 'desk');
  useAnnounceCounted(Math.max(0, ...[...votes, ...ratings].map(({ at }) => at)));
  return (
    <>
      {votes.length > 0 && marking?.dots === undefined && <CountedDots sheets={votes} />}
      {ratings.length > 0 && marking?.ratings !== true && <CountedRatings sheets={ratings} />}
      <OwnNotes />
      {asks && <ReadyToggle key={`${round.id} ${stage.roundStartedAt ?? 0}`} round={round.id} />}
    </>
  );
}

/** Says that something has been counted, not what was counted before the page opened. @param at - the latest count. */
function useAnnounceCounted(at: number): void {
  const announce = useAnnounce();
  const { said } = useText(phoneMarksTexts).counted;
  const before = useRef(at);
  useEffect(() => {
    if (before.current < at) announce(said);
    before.current = at;
  }, [at, said, announce]);
}
