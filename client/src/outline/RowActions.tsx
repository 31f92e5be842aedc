/** What can be done with the note that is opened, each with its key; and where its lines lead. */
import type { NoteId } from '@ruimte/shared/ids';
import { type ReactNode, useId } from 'react';
import { type NoteAction, useNoteActions } from '../board/note-actions.ts';
import { arrangingTexts } from '../i18n/arranging.ts';
import { outlineTexts } from '../i18n/outline.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import type { ListNote } from '../model/list-order.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Button } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { EditNote } from './EditNote.tsx';
import type { RowHandlers } from './row-handlers.ts';

interface RowActionsProps {
  readonly note: ListNote;
  readonly editing: boolean;
  readonly links: readonly NoteId[];
  readonly on: RowHandlers;
}

const KEYS = {
  edit: 'Enter',
  move: 'M',
  group: 'G',
  link: 'K',
  copy: 'C',
  remove: 'Delete',
} as const satisfies {
  readonly [Action in NoteAction]: string;
};

/** Buttons that cannot be pressed now stay, with the reason in words below them. */
export function RowActions({ note, editing, links, on }: RowActionsProps) {
  const model = useMeetup();
  const actions = useNoteActions();
  const text = useText(outlineTexts);
  const names = useText(arrangingTexts).actions;
  // Whether something may be done hangs on the round, and on nothing else that changes while the row is open.
  useReadable(model.noWriting);
  useReadable(model.ownMarks);
  const hand = useReadable(actions.dots);
  const whyId = useId();
  const id = note.id;
  const full = model.board.note(id);
  const asked = full === undefined ? [] : [full];
  const whyNot = (action: NoteAction): string | undefined => actions.whyNot(action, asked);
  if (editing) return <EditNote note={note} onDone={() => on.leave(id)} />;
  const does: Readonly<Record<NoteAction, () => void>> = {
    edit: () => on.edit(id),
    move: () => actions.move([id]),
    group: () => actions.startGroup([id]),
    link: () => actions.startLink(id),
    copy: () => actions.copy(id),
    remove: () => actions.remove([id]),
  };
  const reasons = [...new Set((Object.keys(KEYS) as NoteAction[]).flatMap((each) => whyNot(each) ?? []))];
  const button = (action: NoteAction): ReactNode => (
    <ActionButton
      key={action}
      shortcut={KEYS[action]}
      why={whyNot(action)}
      whyId={whyId}
      onClick={does[action]}
    >
      {names[action]}
    </ActionButton>
  );
  return (
    <div className="outline-actions" role="group" aria-label={text.actions}>
      {hand !== undefined &&
        ([1, -1] as const).map((by) => (
          <ActionButton
            key={by}
            shortcut={by === 1 ? 'S' : 'Shift+S'}
            why={hand.whyNot(id, by)}
            whyId={undefined}
            onClick={() => hand.dot(id, by)}
          >
            {by === 1 ? hand.give : hand.take}
          </ActionButton>
        ))}
      {(['edit', 'move', 'group', 'link', 'copy'] as const).map(button)}
      {full?.group !== undefined && whyNot('group') === undefined && (
        <Button size="small" onClick={() => actions.leave([id])}>
          {names.leave}
        </Button>
      )}
      {button('remove')}
      {reasons.length > 0 && (
        <p id={whyId} className="outline-why">
          {reasons.join(' ')}
        </p>
      )}
      {links.length > 0 && <Links links={links} on={on} />}
    </div>
  );
}

interface ActionButtonProps {
  readonly shortcut: string;
  /** Why it cannot be done now. */
  readonly why: string | undefined;
  /** Where the reason stands; without it the reason is said when it is pressed. */
  readonly whyId: string | undefined;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function ActionButton({ shortcut, why, whyId, onClick, children }: ActionButtonProps) {
  const announce = useAnnounce();
  return (
    <button
      type="button"
      className="button button-plain button-small"
      aria-keyshortcuts={shortcut}
      aria-disabled={why !== undefined || undefined}
      aria-describedby={why === undefined ? undefined : whyId}
      onClick={() => (why === undefined ? onClick() : announce(why))}
    >
      {children} <kbd aria-hidden="true">{shortcut}</kbd>
    </button>
  );
}

/** Each line as a button that goes to the other note. */
function Links({ links, on }: Pick<RowActionsProps, 'links' | 'on'>) {
  const { notes } = useReadable(useMeetup().board);
  const text = useText(outlineTexts);
  return (
    <div className="outline-links">
      <span>{text.linkedWith}</span>
      {links.map((id) => (
        <Button key={id} size="small" kind="quiet" onClick={() => on.goTo(id)}>
          <span dir="auto">{notes.get(id)?.text}</span>
        </Button>
      ))}
    </div>
  );
}
