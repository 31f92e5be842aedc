/** One space in the list: its name, its loose notes, its groups, and a place to write. */
import type { ZoneId } from '@ruimte/shared/ids';
import type { Zone } from '@ruimte/shared/schema/zone';
import { type CSSProperties, memo } from 'react';
import { useNoteActions } from '../board/note-actions.ts';
import { commonTexts } from '../i18n/common.ts';
import { outlineTexts } from '../i18n/outline.ts';
import { useLocalized, useText } from '../i18n/use-text.ts';
import { useMeetup } from '../meetup/context.ts';
import { currentRound } from '../meetup/rounds.ts';
import type { ListZone } from '../model/list-view.ts';
import { Button } from '../ui/Button.tsx';
import { Plan } from '../ui/Plan.tsx';
import { useReadable } from '../use-model.ts';
import { lazyPart } from '../lazy-part.tsx';
import { ROW_PX } from './list-chunks.ts';
import { NewNote } from './NewNote.tsx';
import { OutlineGroup } from './OutlineGroup.tsx';
import { type ListParts, type ListPosition, OutlineRows } from './OutlineRows.tsx';

/** Only where rounds lay more on the board than notes. */
const ZoneMarks = lazyPart(() => import('./ZoneMarks.tsx').then((part) => part.ZoneMarks));

interface OutlineZoneProps extends ListPosition {
  readonly content: ListZone;
  /** From 1, in reading order. */
  readonly number: number;
  readonly parts: ListParts;
  /** One is in this space: its buttons are on the way with Tab. */
  readonly here: boolean;
  /** The field for a new note is open. */
  readonly adding: boolean;
  readonly onAdding: (zone: ZoneId | undefined) => void;
}

/** Rough height of what stands above the rows, css pixels. */
const HEAD = 90;

/** An empty space is its heading and no more: nothing asks for it to be filled. */
export const OutlineZone = memo(function OutlineZone(props: OutlineZoneProps) {
  const { content, number, parts, here, adding, onAdding, current, opened, wanted } = props;
  const { zone, loose, groups, count } = content;
  const model = useMeetup();
  const common = useText(commonTexts);
  const say = useLocalized();
  const hint = useHint(zone);
  const headingId = `zone-${zone.id}`;
  const { matches } = parts;
  const groupsShown =
    matches === undefined ? groups : groups.filter(({ notes }) => notes.some(({ id }) => matches.has(id)));
  return (
    <section
      className="outline-zone"
      data-zone={zone.tint}
      data-list-zone={zone.id}
      aria-labelledby={headingId}
      style={{ '--height': `${HEAD + count * ROW_PX}px` } as CSSProperties}
    >
      <header>
        {model.session.meetup.layout === 'nine-spaces' && <Plan zone={number} size={24} />}
        <h3 id={headingId} tabIndex={-1}>
          {say(zone.title)}
        </h3>
        {/* The empty space is never counted. */}
        {count > 0 && zone.kind !== 'empty' && <span className="num muted">{common.notes(count)}</span>}
        <span className="outline-zone-actions">
          {count > 1 && <Tidy zone={zone} reachable={here} />}
          <NewNote
            zone={zone}
            open={adding}
            onOpen={(open) => onAdding(open ? zone.id : undefined)}
            reachable={here}
          />
        </span>
      </header>
      {hint !== undefined && <p className="outline-hint">{hint}</p>}
      {parts.hasRoundParts && <ZoneMarks zone={zone} labelledBy={headingId} />}
      <OutlineRows
        notes={loose}
        labelledBy={headingId}
        parts={parts}
        current={current}
        opened={opened}
        wanted={wanted}
      />
      {groupsShown.map((each) => (
        <OutlineGroup
          key={each.group.id}
          content={each}
          parts={parts}
          current={current}
          opened={opened}
          wanted={wanted}
        />
      ))}
    </section>
  );
});

function Tidy({ zone, reachable }: { readonly zone: Zone; readonly reachable: boolean }) {
  const actions = useNoteActions();
  const text = useText(outlineTexts);
  const say = useLocalized();
  const noWriting = useReadable(useMeetup().noWriting);
  if (noWriting !== undefined) return null;
  return (
    <Button
      size="small"
      kind="quiet"
      tabIndex={reachable ? 0 : -1}
      aria-label={text.tidyZone(say(zone.title))}
      onClick={() => actions.tidy(zone.id)}
    >
      {text.tidy}
    </Button>
  );
}

/** What the running round shows of a space besides its name. */
function useHint(zone: Zone): string | undefined {
  const model = useMeetup();
  const say = useLocalized();
  const stage = useReadable(model.stage);
  const { meetup } = model.session;
  const show = currentRound(meetup, stage)?.round.show;
  const words = meetup.zones.find(({ id }) => id === zone.id);
  if (words === undefined || show === undefined || show === 'name') return undefined;
  const shown = show === 'line' ? (words.line ?? words.prompt) : (words.description ?? words.prompt);
  return say(shown);
}
