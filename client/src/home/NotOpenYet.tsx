/** Waiting at the door until the meet-up opens: whoever has filled in the form has nothing more to do. */
import { useEffect, useRef } from 'react';
import type { LinkView } from '@ruimte/shared/protocol/api';
import { notOpenTexts } from '../i18n/not-open.ts';
import { useText } from '../i18n/use-text.ts';
import { thisDevice } from '../model/device.ts';
import { type Entrance, lookUp } from '../model/sessions.ts';
import { Button } from '../ui/Button.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';

/** Sixty phones at one door ask twenty times a second together, and go in within three seconds of each other. */
const LOOK_EVERY_MS = 3_000;

interface NotOpenYetProps {
  readonly entrance: Entrance;
  readonly link: LinkView;
  readonly name: string;
  readonly onOpen: () => void;
  readonly onChange: () => void;
}

/** Looks again and again, and at once when the phone is looked at. */
export default function NotOpenYet({ entrance, link, name, onOpen, onChange }: NotOpenYetProps) {
  const text = useText(notOpenTexts);
  const open = useRef(onOpen);
  useEffect(() => {
    open.current = onOpen;
  });
  const { role } = link;
  useEffect(() => {
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking = false;
    async function look(): Promise<void> {
      clearTimeout(timer);
      if (asking) return;
      asking = true;
      try {
        const { status } = await lookUp(entrance, role, thisDevice(), { signal: controller.signal });
        if (!controller.signal.aborted && status !== 'prepared') return open.current();
      } catch {
        // The server is away for a moment: waiting is all there is to do here anyway.
      } finally {
        asking = false;
      }
      if (!controller.signal.aborted) timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    }
    const onVisible = (): void => void (document.visibilityState === 'visible' && look());
    timer = setTimeout(() => void look(), LOOK_EVERY_MS * Math.random());
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      controller.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [entrance, role]);
  return (
    <>
      <PageTitle>{link.title}</PageTitle>
      <p role="status">{text.wait}</p>
      <p className="join-sub">{text.as(name)}</p>
      <Button onClick={onChange}>{text.change}</Button>
    </>
  );
}
