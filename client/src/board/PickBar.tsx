/** While notes are being chosen: what to choose, how many there are, and how to end it. */
import { useEffect, useState } from 'react';
import type { NoteId } from '@ruimte/shared/ids';
import { LIMITS } from '@ruimte/shared/limits';
import type { Group } from '@ruimte/shared/schema/group';
import { arrangingTexts } from '../i18n/arranging.ts';
import { commonTexts } from '../i18n/common.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { Button } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { GROUP_NAME } from './group-name-field.ts';
import { type Picking, useNoteActions } from './note-actions.ts';

/** Escape ends it, wherever the focus is. */
export function PickBar() {
  const actions = useNoteActions();
  const common = useText(commonTexts);
  const picking = useReadable(actions.picking);
  const active = picking !== undefined;
  useEffect(() => {
    if (!active) return undefined;
    function onKey(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      actions.stopPicking();
    }
    // Before the board, for which Escape means to deselect.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [active, actions]);
  if (picking === undefined) return null;
  return (
    <div className="pick-bar" data-kind={picking.kind}>
      {picking.kind === 'link' ? <LinkWords from={picking.from} /> : <GroupForm notes={picking.notes} />}
      <Button kind="quiet" size="small" onClick={() => actions.stopPicking()}>
        {common.cancel}
      </Button>
    </div>
  );
}

function LinkWords({ from }: { readonly from: Extract<Picking, { kind: 'link' }>['from'] }) {
  const model = useMeetup();
  const text = useText(arrangingTexts);
  const board = useReadable(model.board);
  const first = from === undefined ? undefined : board.notes.get(from);
  return <p role="status">{first === undefined ? text.pickFirst : text.pickSecond(first.text)}</p>;
}

/** The one group that some of the notes are in, when others are not. */
function useGroupToJoin(notes: ReadonlySet<NoteId>): Group | undefined {
  const { arranging } = useNoteActions();
  useReadable(useMeetup().board);
  const held = [...notes].map((id) => arranging.groupOf(id)?.group);
  const groups = new Map(held.flatMap((group) => (group === undefined ? [] : [[group.id, group] as const])));
  const [only, ...more] = groups.values();
  return more.length === 0 && held.includes(undefined) ? only : undefined;
}

function GroupForm({ notes }: { readonly notes: Extract<Picking, { kind: 'group' }>['notes'] }) {
  const actions = useNoteActions();
  const text = useText(arrangingTexts);
  const [name, setName] = useState('');
  const there = useGroupToJoin(notes);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        actions.finishGroup(name);
      }}
    >
      <p role="status">
        {text.pickGroup} <strong className="num">{text.picked(notes.size)}</strong>
      </p>
      <label htmlFor={GROUP_NAME}>{text.groupName}</label>
      <input
        id={GROUP_NAME}
        className="text-input"
        autoComplete="off"
        maxLength={LIMITS.nameGraphemes}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button kind="primary" size="small" type="submit">
        {text.makeGroup}
      </Button>
      {there !== undefined && (
        <Button size="small" onClick={() => actions.joinGroup(there.id)}>
          {text.join(there.name || text.unnamed)}
        </Button>
      )}
    </form>
  );
}
