/** A name with its button on one line: another name for somebody or something, or a name for something new. */
import { LIMITS } from '@ruimte/shared/limits';
import { cleanLine } from '@ruimte/shared/text';
import { type SyntheticEvent, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { TextInput } from '../ui/Field.tsx';
import { useLead } from './lead-context.tsx';

interface InlineNameProps {
  readonly label: string;
  /** What the button says. */
  readonly act: string;
  /** The name there is; empty for something new. */
  readonly name?: string;
  /** Asks the server; answers whether it was taken. Not called for an empty name or the one there is. */
  readonly onKeep: (name: string) => Promise<boolean>;
  /** The name is kept, or there was nothing to keep. */
  readonly onDone?: () => void;
}

/** Empty again after something new was named. */
export function InlineName({ label, act, name = '', onKeep, onDone }: InlineNameProps) {
  const { busy } = useLead();
  const [typed, setTyped] = useState(name);
  async function keep(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    const wanted = cleanLine(typed);
    if (wanted === '' || wanted === name) return onDone?.();
    if (!(await onKeep(wanted))) return;
    if (name === '') setTyped('');
    onDone?.();
  }
  return (
    <form className="lead-inline" onSubmit={(event) => void keep(event)}>
      <TextInput
        label={label}
        dir="auto"
        value={typed}
        maxLength={LIMITS.nameGraphemes}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button size="small" type="submit" busy={busy}>
        {act}
      </Button>
    </form>
  );
}
