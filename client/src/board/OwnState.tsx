/** Whether own words are safe, in the bar of a participant on a laptop. */
import { connectionTexts } from '../i18n/connection.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useReadable } from '../use-model.ts';

/** "opgeslagen", or how many own notes are not yet, in a few words. */
export function OwnState() {
  const model = useMeetup();
  const text = useText(connectionTexts);
  const { state } = useReadable(model.connection);
  const unsent = useReadable(model.unsent);
  const sending = unsent.filter((note) => note.state === 'sending').length;
  const waiting = unsent.length - sending;
  let words = text.saved;
  if (waiting > 0 || (unsent.length > 0 && state !== 'live')) words = text.waiting(unsent.length);
  else if (sending > 0) words = text.sending(sending);
  return (
    <span className="own-state num" data-waiting={unsent.length > 0 || undefined}>
      {words}
    </span>
  );
}
