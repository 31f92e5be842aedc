/** What rounds lay on the canvas besides notes; the part that draws it comes when there is any. */
import { hasRoundParts, watchRoundParts } from '../meetup/round-parts.ts';
import type { MeetupModel } from '../model/meetup-model.ts';
import { untilItComes } from '../until-it-comes.ts';
import type { RoundPicture } from './round-picture.ts';

export interface RoundPart {
  /** Undefined while there is nothing of it, or while it is on its way. */
  get(): RoundPicture | undefined;
  close(): void;
}

/** @param changed - something of it changed, or it has just come. */
export function createRoundPart(model: MeetupModel, changed: () => void): RoundPart {
  let picture: RoundPicture | undefined;
  let asked = false;
  let closed = false;
  function look(): void {
    if (picture !== undefined) {
      picture.refresh();
      changed();
    } else if (!asked && hasRoundParts(model)) {
      asked = true;
      void untilItComes(() => import('./draw-round.ts')).then(({ createRoundPicture }) => {
        if (closed) return;
        picture = createRoundPicture(model);
        changed();
      });
    }
  }
  const stop = watchRoundParts(model, look);
  look();
  return {
    get: () => picture,
    close: () => {
      closed = true;
      stop();
    },
  };
}
