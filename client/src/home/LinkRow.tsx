/** One of the three links: what it is for, copying it, renewing it. */
import { Copy, RefreshCw } from 'lucide-react';
import { useRef, useState } from 'react';
import type { MeetupId } from '@ruimte/shared/ids';
import type { LinkRole, MeetupDetail } from '@ruimte/shared/protocol/api';
import { linksTexts } from '../i18n/links.ts';
import { useErrorSentence } from '../i18n/use-error.ts';
import { useText } from '../i18n/use-text.ts';
import { callApi } from '../model/api.ts';
import { asManager } from '../model/organiser.ts';
import { Button } from '../ui/Button.tsx';
import { copyText } from '../ui/copy-text.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { FieldError, TextInput } from '../ui/Field.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useTask } from '../use-task.ts';

interface LinkRowProps {
  readonly meetup: MeetupId;
  readonly role: LinkRole;
  readonly link: string;
  readonly onRenewed: (meetup: MeetupDetail) => void;
}

/** The link stands in a field that can be read, selected and copied, not changed. */
export function LinkRow({ meetup, role, link, onRenewed }: LinkRowProps) {
  const text = useText(linksTexts);
  const toast = useToast();
  const sentence = useErrorSentence();
  const field = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState(false);
  const { busy, error, run, clear } = useTask();

  async function copy(): Promise<void> {
    if (field.current === null) return;
    const copied = await copyText(field.current);
    toast({ message: copied ? text.copied[role] : text.copyByHand });
  }
  function renew(): void {
    run(async () => {
      const request = { id: meetup, role };
      const renewed = await asManager(meetup, (options) => callApi('renewLink', request, options));
      setAsking(false);
      onRenewed(renewed);
      toast({ message: text.renewed });
    });
  }

  return (
    <li className="link-row">
      <TextInput
        ref={field}
        label={text.link[role]}
        hint={text.purpose[role]}
        value={link}
        readOnly
        onFocus={(event) => event.target.select()}
      />
      <div className="link-row-actions">
        <Button aria-label={`${text.copy}: ${text.link[role]}`} onClick={() => void copy()}>
          <Copy size={20} aria-hidden="true" />
          {text.copy}
        </Button>
        <Button
          kind="quiet"
          aria-label={`${text.renew}: ${text.link[role]}`}
          onClick={() => {
            clear();
            setAsking(true);
          }}
        >
          <RefreshCw size={20} aria-hidden="true" />
          {text.renew}
        </Button>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={text.renewTitle[role]}
        actions={
          <Button kind="primary" busy={busy} onClick={renew}>
            {text.renew}
          </Button>
        }
      >
        <p>{text.renewWhat[role]}</p>
        <FieldError error={sentence(error)} />
      </Dialog>
    </li>
  );
}
