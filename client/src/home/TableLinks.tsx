/** A QR for every table, to lie on it: whoever scans it writes for the table. On paper one sheet each. */
import './table-links.css';
import { MAX_TABLES } from '@ruimte/shared/facilitation/draw-tables';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { tableLinksTexts } from '../i18n/table-links.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/Field.tsx';
import { spokenAddress } from './addresses.ts';
import { QrCode } from './QrCode.tsx';

const FIRST_GUESS = 6;

interface TableLinksProps {
  readonly title: string;
  readonly address: string;
  /** The link of the participants. */
  readonly link: string;
}

/** Folded away: most meet-ups have a phone for everybody. Open it is what gets printed. */
export function TableLinks({ title, address, link }: TableLinksProps) {
  const text = useText(tableLinksTexts);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(String(FIRST_GUESS));
  const secret = link.slice(link.indexOf('#'));
  const tables = Math.min(MAX_TABLES, Math.max(1, Math.trunc(Number(typed)) || 1));
  return (
    <details className="table-links" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>{text.title}</h2>
      </summary>
      {open && (
        <>
          <p className="table-links-hint">{text.hint}</p>
          <div className="table-links-choose">
            <TextInput
              label={text.number}
              type="number"
              inputMode="numeric"
              min={1}
              max={MAX_TABLES}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <Button onClick={() => window.print()}>
              <Printer size={20} aria-hidden="true" />
              {text.print}
            </Button>
          </div>
          <ol className="table-sheets">
            {Array.from({ length: tables }, (_, index) => (
              <li key={index}>
                <p className="table-sheet-title">{title}</p>
                <h3>{text.name(index + 1)}</h3>
                <QrCode value={`${address}/t${secret}.${index + 1}`} label={text.qr(index + 1)} />
                <p className="table-sheet-address">{spokenAddress(address)}</p>
              </li>
            ))}
          </ol>
        </>
      )}
    </details>
  );
}
