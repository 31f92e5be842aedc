/** One line about what everybody should know now: it is a trial, the board is locked, we are closed; and "Kijk mee". */
import { connectionTexts } from '../i18n/connection.ts';
import { endedTexts } from '../i18n/ended.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useReadable } from '../use-model.ts';

/** For a facilitator only the trial: what stops participants does not stop them. */
export function StatusLine() {
  const model = useMeetup();
  const text = useText(connectionTexts);
  const ended = useText(endedTexts);
  const { status } = useReadable(model.stage);
  const noWriting = useReadable(model.noWriting);
  const marking = useReadable(model.marking);
  let line: string | undefined;
  if (status === 'trying') line = text.trial;
  else if (noWriting === 'closed' && model.session.role === 'participant')
    line = `${ended.closed}. ${ended.closedText}`;
  // What is to be done instead stands in a line of its own.
  else if (noWriting === 'roundClosed' && marking !== undefined) line = undefined;
  else if (noWriting !== undefined && noWriting !== 'closed') line = text.noWriting[noWriting];
  return <div role="status">{line !== undefined && <p className="status-line">{line}</p>}</div>;
}
