/** A group in the list: its name, how many it holds, what can be done with it, and its notes. */
import { useNoteActions } from '../board/note-actions.ts';
import { arrangingTexts } from '../i18n/arranging.ts';
import { commonTexts } from '../i18n/common.ts';
import { outlineTexts } from '../i18n/outline.ts';
import { useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import type { ListGroup } from '../model/list-order.ts';
import { Button } from '../ui/Button.tsx';
import { useReadable } from '../use-model.ts';
import { type ListParts, type ListPosition, OutlineRows } from './OutlineRows.tsx';

interface OutlineGroupProps extends ListPosition {
  readonly content: ListGroup;
  readonly parts: ListParts;
}

/** Its buttons are on the way with Tab while one is at one of its notes. */
export function OutlineGroup({ content: { group, notes }, parts, ...position }: OutlineGroupProps) {
  const actions = useNoteActions();
  const text = useText(outlineTexts);
  const names = useText(arrangingTexts).actions;
  const common = useText(commonTexts);
  const noWriting = useReadable(useMeetup().noWriting);
  const headingId = `group-${group.id}`;
  const name = group.name === '' ? text.unnamed : group.name;
  const here = notes.some(({ id }) => id === position.current);
  const tabIndex = here ? 0 : -1;
  return (
    <section className="outline-group" aria-labelledby={headingId}>
      <header>
        <h4 id={headingId}>
          {text.group} <em>{name}</em>
          <span className="num muted">, {common.notes(notes.length)}</span>
        </h4>
        {noWriting === undefined && (
          <div className="outline-group-actions" role="group" aria-label={text.groupActions(name)}>
            <Button size="small" kind="quiet" tabIndex={tabIndex} onClick={() => actions.rename(group.id)}>
              {names.rename}
            </Button>
            <Button size="small" kind="quiet" tabIndex={tabIndex} onClick={() => actions.moveGroup(group.id)}>
              {names.sendGroup}
            </Button>
            <Button size="small" kind="quiet" tabIndex={tabIndex} onClick={() => actions.dissolve(group.id)}>
              {names.dissolve}
            </Button>
          </div>
        )}
      </header>
      <OutlineRows notes={notes} labelledBy={headingId} group={group.name} parts={parts} {...position} />
    </section>
  );
}
