/** What became of the note that was laid last: saved only when it is durable. */
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import { phoneTexts } from '../i18n/phone.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useReadable } from '../use-model.ts';
import { type NoteState, stateOfSent } from './own-notes.ts';
import { useSpaces } from './use-spaces.ts';

/** A sentence; empty while nothing has been laid. */
export function SentState({
  sent,
}: {
  readonly sent: { readonly id: NoteId; readonly zone: ZoneId } | undefined;
}) {
  const model = useMeetup();
  const text = useText(phoneTexts).card;
  const board = useReadable(model.board);
  const unsent = useReadable(model.unsent);
  // It may have been moved since.
  const zone = sent === undefined ? undefined : (board.notes.get(sent.id)?.zone ?? sent.zone);
  const title = useSpaces().find(({ id }) => id === zone)?.title ?? '';
  const state = sent === undefined ? undefined : stateOfSent(sent.id, board, unsent);
  const saved = sent !== undefined && model.onDesk(sent.id) ? text.savedDesk(title) : text.saved(title);
  const sentences: Readonly<Record<NoteState, string>> = {
    sending: text.sent,
    waiting: text.waiting,
    refused: text.refused,
    saved,
    late: saved,
  };
  return (
    <p className="write-sent" role="status" data-state={state}>
      {state !== undefined && sentences[state]}
    </p>
  );
}
