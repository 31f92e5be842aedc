/** All zones that can be rated, one under the other: for whoever does not want to look for them on the board. */
import { marksTexts } from '../i18n/marks.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { RateZone } from '../meetup/RateZone.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';

interface RateDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What is chosen is kept at once; closing it changes nothing. */
export function RateDialog({ open, onClose }: RateDialogProps) {
  const { session } = useMeetup();
  const text = useText(marksTexts);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={text.rate}
      actions={
        <Button kind="primary" onClick={onClose}>
          {text.rateDone}
        </Button>
      }
    >
      {session.meetup.zones
        .filter(({ rating }) => rating !== undefined)
        .map(({ id }) => (
          <RateZone key={id} zone={id} />
        ))}
    </Dialog>
  );
}
