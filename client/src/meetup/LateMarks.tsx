/** Dots or ratings that were given without a line and came when there had been counted already: said, until it was read. */
import { unsentTexts } from '../i18n/unsent.ts';
import { useText } from '../i18n/use-text.ts';
import { Button } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { useMeetup } from './context.ts';

/** Nothing while all were in time. */
export function LateMarks() {
  const model = useMeetup();
  const text = useText(unsentTexts);
  const { late } = useReadable(model.ownMarks);
  return (
    <div role="status">
      {late && (
        <section className="unsent" aria-label={text.lateTitle}>
          <p>{text.late}</p>
          <div className="unsent-actions">
            <Button size="small" kind="quiet" onClick={() => model.forgetLateMarks()}>
              {text.gotIt}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}
