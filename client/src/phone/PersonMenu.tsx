/** Who this phone is, the language, and the way out for somebody else. */
import { useState } from 'react';
import { phonePartsTexts } from '../i18n/phone-parts.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { thisDevice } from '../model/device.ts';
import { navigate } from '../navigation.tsx';
import { Button } from '../ui/Button.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { useReadable } from '../use-model.ts';
import { useMe } from './WriteCard.tsx';

/** A small menu at the end of the page. */
export function PersonMenu() {
  const model = useMeetup();
  const text = useText(phonePartsTexts).me;
  const { name, community } = useMe();
  const unsent = useReadable(model.unsent).length;
  const [asking, setAsking] = useState(false);
  return (
    <details className="person-menu">
      <summary>{text.menu([name, community?.name].filter(Boolean).join(', '))}</summary>
      <div className="person-menu-body">
        <LanguageSwitch />
        {asking ? (
          <div className="person-menu-ask" role="status">
            <p>{text.explain}</p>
            {unsent > 0 && <p>{text.losesUnsent(unsent)}</p>}
            <Button
              onClick={() => {
                thisDevice().startAfresh('participant', model.session.meetup.id);
                navigate('/', { replace: true });
              }}
            >
              {text.confirm}
            </Button>
          </div>
        ) : (
          <Button kind="quiet" onClick={() => setAsking(true)}>
            {text.someoneElse}
          </Button>
        )}
      </div>
    </details>
  );
}
