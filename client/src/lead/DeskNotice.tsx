/** A reveal that was skipped: what still lies on desks, and the way to turn it over after all. */
import { leadingTexts } from '../i18n/leading.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { useReadable } from '../use-model.ts';
import { TurnNow } from './RoundProgress.tsx';

/** How many notes lie on desks, the empty space included: nothing is shown per space here. */
export function useOnDesks(): number {
  const written = useReadable(useMeetup().written);
  return [...written.values()].reduce((sum, notes) => sum + notes, 0);
}

/** Nothing while the private round itself runs: its card says it. */
export function DeskNotice() {
  const text = useText(leadingTexts);
  const { sealed, round, status } = useReadable(useMeetup().stage);
  const notes = useOnDesks();
  const skipped = sealed.length > 0 && !sealed.some((id) => id === round);
  if (!skipped || notes === 0 || (status !== 'open' && status !== 'trying')) return null;
  return (
    <section className="lead-card lead-desks">
      <p className="num">{text.onDesks(notes)}</p>
      <TurnNow />
    </section>
  );
}
