/** The board on the wall: the canvas, which follows the light; without one the same notes as a list. */
import { communityOf } from '@ruimte/shared/projection/board';
import { Suspense, useState } from 'react';
import { lazyPart } from '../lazy-part.tsx';
import { CanvasBoundary } from '../board/CanvasPlace.tsx';
import { useBoardLabels } from '../board/use-board-labels.ts';
import { useLocale, useLocalized } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { Badge } from '../ui/Stamp.tsx';
import { useReadable } from '../use-model.ts';
import { wallTheme } from './wall-theme.ts';

/** The left edge of the board fades into the caption. */
const INSETS = { top: 0, right: 0, bottom: 0, left: 32 };

const BoardCanvas = lazyPart(() => import('../canvas/BoardCanvas.tsx').then((part) => part.BoardCanvas));

/** Nobody moves it by hand. */
export function WallBoard() {
  const model = useMeetup();
  const locale = useLocale();
  const labels = useBoardLabels();
  const theme = useReadable(wallTheme);
  const [drawable, setDrawable] = useState(true);
  return (
    <div className="wall-board">
      {drawable ? (
        <CanvasBoundary onFailed={() => setDrawable(false)}>
          <Suspense fallback={null}>
            <BoardCanvas
              model={model}
              theme={theme}
              locale={locale}
              labels={labels}
              interactive={false}
              follow
              insets={INSETS}
            />
          </Suspense>
        </CanvasBoundary>
      ) : (
        <WallList />
      )}
    </div>
  );
}

/** Every space with its notes, or only the one in the light. */
function WallList() {
  const model = useMeetup();
  const say = useLocalized();
  const { zones, notes, communities } = useReadable(model.board);
  const { spotlight } = useReadable(model.stage);
  const lit = spotlight !== null && 'zone' in spotlight ? spotlight.zone : undefined;
  return (
    <div className="wall-list">
      {zones
        .filter(({ id }) => lit === undefined || id === lit)
        .map((zone) => (
          <section key={zone.id} data-zone={zone.tint}>
            <h2>{say(zone.title)}</h2>
            <ul>
              {[...notes.values()]
                .filter((note) => note.zone === zone.id)
                .map((note) => {
                  const community = communityOf(communities, note.community);
                  return (
                    <li key={note.id} dir="auto">
                      {community !== undefined && <Badge number={community.number} name={community.name} />}
                      {note.text}
                    </li>
                  );
                })}
            </ul>
          </section>
        ))}
    </div>
  );
}
