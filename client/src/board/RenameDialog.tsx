/** Another name for a group. */
import type { GroupId } from '@ruimte/shared/ids';
import { useId, useState } from 'react';
import { LIMITS } from '@ruimte/shared/limits';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextInput } from '../ui/Field.tsx';
import { useNoteActions } from './note-actions.ts';
import type { Answers } from './use-answers.ts';

interface RenameDialogProps {
  readonly group: GroupId;
  readonly answers: Answers;
  readonly onClose: () => void;
}

/** The field holds the present name, chosen, so that typing replaces it. */
export function RenameDialog({ group, answers, onClose }: RenameDialogProps) {
  const { arranging } = useNoteActions();
  const { text } = answers;
  const form = useId();
  const [name, setName] = useState(() => arranging.groups().get(group)?.group.name ?? '');
  function rename(): void {
    onClose();
    const result = arranging.rename(group, name);
    if (result.ok) answers.done(text.renamed(name.trim()));
    else answers.tell(answers.why(result.reason));
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={text.renameTitle}
      actions={
        <Button kind="primary" type="submit" form={form}>
          {text.rename}
        </Button>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          rename();
        }}
      >
        <TextInput
          label={text.groupName}
          hint={text.groupNameHint}
          value={name}
          maxLength={LIMITS.nameGraphemes}
          onChange={(event) => setName(event.target.value)}
          onFocus={(event) => event.target.select()}
          ref={(field) => field?.focus()}
        />
      </form>
    </Dialog>
  );
}
