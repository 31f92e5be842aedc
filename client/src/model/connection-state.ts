/** How it stands with the connection as a whole: the worse of board and stage, and whether the server can keep things. */
import type { CloseReason } from '@ruimte/shared/protocol/close-codes';
import type { DocumentState } from './document-session.ts';
import type { ConnectionState } from './meetup-model.ts';
import { createWritable, type Readable } from './readable.ts';

/** The one state screens show. Watches the others for as long as they live. */
export function followConnection(
  board: Readable<DocumentState>,
  stage: Readable<DocumentState>,
  saving: Readable<boolean>,
): Readable<ConnectionState> {
  const whole = createWritable<ConnectionState>({ state: 'opening' });
  function follow(): void {
    const next = combine([board.get(), stage.get()], saving.get());
    const before = whole.get();
    const changed = before.state !== next.state || whyOf(before) !== whyOf(next);
    if (changed || next.state === 'ended') whole.set(next);
  }
  for (const each of [board, stage, saving]) each.subscribe(follow);
  follow();
  return whole;
}

function combine(documents: readonly DocumentState[], saving: boolean): ConnectionState {
  for (const worst of ['ended', 'lost', 'opening'] as const) {
    const found = documents.find((document) => document.state === worst && !isNotSaving(document));
    if (found !== undefined) return found;
  }
  if (documents.some(isNotSaving)) return { state: 'notSaving' };
  return { state: saving ? 'live' : 'notSaving' };
}

/**
 * Who sends while nothing can be kept is closed, and closed again at each try: the line itself is well, and what the
 * screen has to say is that nothing is saved.
 */
function isNotSaving(document: DocumentState): boolean {
  return document.state === 'lost' && document.why === 'notSaving';
}

function whyOf(connection: ConnectionState): CloseReason | undefined {
  return 'why' in connection ? connection.why : undefined;
}
