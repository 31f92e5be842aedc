/** What participants need: QR, address, code. On the screen a panel, on paper the whole page. */
import { Printer } from 'lucide-react';
import { useId } from 'react';
import type { MeetupDetail } from '@ruimte/shared/protocol/api';
import { linksTexts } from '../i18n/links.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/Button.tsx';
import { isLocal, spokenAddress } from './addresses.ts';
import { QrCode } from './QrCode.tsx';

interface JoinSheetProps {
  readonly meetup: MeetupDetail;
  readonly address: string;
  readonly addresses: readonly string[];
  readonly onAddress: (address: string) => void;
}

/** The sheet; `print` prints it alone, as large as the paper allows. */
export function JoinSheet({ meetup, address, addresses, onAddress }: JoinSheetProps) {
  const text = useText(linksTexts);
  const titleId = useId();
  const selectId = useId();
  return (
    <section className="join-sheet" aria-labelledby={titleId}>
      <h2 id={titleId}>{text.forParticipants}</h2>
      <p className="join-sheet-title">{meetup.title}</p>
      <QrCode className="join-sheet-qr" value={address + meetup.links.participant} label={text.qr} />
      <div className="join-sheet-words">
        <p>{text.scanOrType}</p>
        <dl>
          <dt>{text.address}</dt>
          <dd className="join-sheet-address">{spokenAddress(address)}</dd>
          <dt>{text.code}</dt>
          <dd className="join-sheet-code num">{meetup.code}</dd>
        </dl>
        {(meetup.status === 'prepared' || meetup.status === 'closed') && (
          <p className="join-sheet-note muted">{text.codeOff}</p>
        )}
        {isLocal(address) && <p className="join-sheet-warning">{text.localOnly}</p>}
        {addresses.length > 1 && (
          <div className="field join-sheet-choose">
            <label htmlFor={selectId}>{text.chooseAddress}</label>
            <select
              id={selectId}
              className="text-input"
              value={address}
              onChange={(event) => onAddress(event.target.value)}
            >
              {addresses.map((each) => (
                <option key={each} value={each}>
                  {spokenAddress(each)}
                </option>
              ))}
            </select>
            <p className="field-hint">{text.addressHint}</p>
          </div>
        )}
        <Button onClick={() => window.print()} className="join-sheet-print">
          <Printer size={20} aria-hidden="true" />
          {text.print}
        </Button>
      </div>
    </section>
  );
}
