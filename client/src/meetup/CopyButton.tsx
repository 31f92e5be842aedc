/** Copies own words that did not reach the board. */
import type { RefObject } from 'react';
import { unsentTexts } from '../i18n/unsent.ts';
import { useText } from '../i18n/use-text.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { copyText } from '../ui/copy-text.ts';

/** @param words - the element that shows them; it is left selected, to copy by hand when nothing else works. */
export function CopyButton({ words }: { readonly words: RefObject<HTMLElement | null> }) {
  const text = useText(unsentTexts);
  const announce = useAnnounce();
  async function copy(): Promise<void> {
    if (words.current === null) return;
    announce((await copyText(words.current)) ? text.copied : text.copyFailed);
  }
  return (
    <Button size="small" onClick={() => void copy()}>
      {text.copy}
    </Button>
  );
}
