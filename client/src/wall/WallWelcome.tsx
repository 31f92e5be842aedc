/** Before the first round: what this is, and how to join. */
import { QrCode } from '../home/QrCode.tsx';
import { commonTexts } from '../i18n/common.ts';
import { longDay } from '../i18n/dates.ts';
import { useLocale, useText } from '../i18n/use-text.ts';
import { wallTexts } from '../i18n/wall.ts';
import { useMeetup } from '../meetup/context.ts';
import { useMeetupTitle } from '../meetup/use-meetup-title.ts';
import { useJoining } from '../meetup/use-joining.ts';
import { Plan } from '../ui/Plan.tsx';
import { useReadable } from '../use-model.ts';

/** Title, QR, code, address and how many people are in. While nobody can join it only says that we begin soon. */
export function WallWelcome() {
  const model = useMeetup();
  const text = useText(wallTexts);
  const common = useText(commonTexts);
  const locale = useLocale();
  const joining = useJoining();
  const title = useMeetupTitle();
  const { meetup } = model.session;
  const people = [...useReadable(model.roster).values()].filter(({ role }) => role === 'participant').length;
  const open = joining !== undefined && joining.code !== null;
  return (
    <div className="wall-welcome">
      <div className="wall-welcome-words">
        <p className="wall-product">
          <Plan size={34} />
          {common.product}
        </p>
        <h1>{title}</h1>
        <p className="wall-small">{longDay(meetup.date, locale)}</p>
        {open ? (
          <div className="wall-how">
            <p className="wall-scan">{text.scan}</p>
            <p className="wall-code num">{joining.code}</p>
            <p className="wall-small">{text.at(joining.address)}</p>
          </div>
        ) : (
          <p className="wall-scan">{text.notOpen}</p>
        )}
        {people > 0 && <p className="wall-small num">{text.people(people)}</p>}
      </div>
      {open && <QrCode value={joining.link} label={text.qr} className="wall-qr" />}
    </div>
  );
}
