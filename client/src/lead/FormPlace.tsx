/** Where another form is chosen: folded away at the end of the panel, and only then asked for. */
import { useState } from 'react';
import { changeFormTexts } from '../i18n/change-form.ts';
import { useText } from '../i18n/use-text.ts';
import { lazyPart } from '../lazy-part.tsx';
import { useMeetup } from '../meetup/context.ts';
import { useReadable } from '../use-model.ts';

const ChangeForm = lazyPart(() => import('./ChangeForm.tsx').then((part) => part.ChangeForm));

/** Nothing before the meet-up begins: then its form is chosen where it is prepared. */
export function FormPlace() {
  const text = useText(changeFormTexts);
  const { status } = useReadable(useMeetup().stage);
  const [open, setOpen] = useState(false);
  if (status !== 'open' && status !== 'trying') return null;
  return (
    <details className="lead-section" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{text.title}</h3>
      </summary>
      {open && <ChangeForm />}
    </details>
  );
}
