/** Opens the wall in a window of its own, ready to be dragged to the beamer. */
import { Monitor } from 'lucide-react';
import { leadTexts } from '../i18n/lead.ts';
import { useText } from '../i18n/use-text.ts';
import { useAsk, useMeetup } from '../meetup/context.ts';
import { Button } from '../ui/Button.tsx';
import { useToast } from '../ui/Toast.tsx';
import { useLead } from './lead-context.tsx';

/** @param className - in the bar the word goes where there is no room for it. */
export function ProjectButton({ className }: { readonly className: string }) {
  const text = useText(leadTexts);
  const ask = useAsk();
  const toast = useToast();
  const { attempt } = useLead();
  const { id } = useMeetup().session.meetup;
  function project(): void {
    // Opened within the press itself: a window that comes after an answer counts as unasked for.
    const wall = window.open('about:blank', `ruimte-wall-${id}`);
    if (wall === null) return toast({ message: text.projectFailed });
    void attempt(async () => {
      try {
        const { links } = await ask('readMeetup', { id });
        wall.opener = null;
        wall.location.replace(new URL(links.wall, location.origin));
      } catch (error) {
        wall.close();
        throw error;
      }
    });
  }
  return (
    <Button size="small" className={className} aria-label={text.project} onClick={project}>
      <Monitor size={18} aria-hidden="true" />
      <span className="session-project-word">{text.project}</span>
    </Button>
  );
}
