/** Going on with another form half-way: its rounds and spaces come, and every space in which something lies stays. */
import type { Format } from '@ruimte/shared/content/format';
import { RuimteError } from '@ruimte/shared/errors';
import { formAlone, mergeForms, planForm } from '@ruimte/shared/facilitation/change-form';
import { zonesInUse } from '@ruimte/shared/facilitation/zones-in-use';
import type { PeopleCommand } from '@ruimte/shared/facilitation/commands';
import type { Rect } from '@ruimte/shared/geometry';
import type { CommandId, RoundId } from '@ruimte/shared/ids';
import type { Board } from '@ruimte/shared/projection/board';
import { MAX_ZONES } from '@ruimte/shared/projection/free-cell';
import { groupBoxes } from '@ruimte/shared/projection/groups';
import {
  layoutZones,
  lowestEdges,
  NOTE_SIZE,
  ZONE_SIZE,
  type ZoneRects,
} from '@ruimte/shared/projection/layout';
import { hasValues, placeOf, valueOf } from '@ruimte/shared/projection/scale';
import { removeZones } from '@ruimte/shared/schema/edits/gone-zones';
import { layBoard, placeZone } from '@ruimte/shared/schema/edits/layout';
import { moveNotes, type NoteMove } from '@ruimte/shared/schema/edits/notes';
import type { Note } from '@ruimte/shared/schema/note';
import type { Zone } from '@ruimte/shared/schema/zone';
import type * as Y from 'yjs';
import { zonesOf } from './board-layout.ts';
import type { Meetup, NextForm } from './meetup.ts';
import { findFormat } from './meetups.ts';
import { type CommandParts, once } from './once.ts';
import { makeOwnForm } from './own-form.ts';
import { PaperGrid } from './paper-grid.ts';

/**
 * Goes on with another form. Its first round has not begun then; dots and ratings of the round that ran are counted.
 * @throws RuimteError `staleRevision` when somebody led on meanwhile or notes lie on desks, `meetupNotOpen`,
 * `notFound` for a form that is not there, `invalid` for the form it has, `boardFull`, `meetupClosed`.
 */
export function changeForm(
  parts: CommandParts,
  meetup: Meetup,
  id: CommandId,
  { format: wanted, rounds, fromRevision }: Extract<PeopleCommand, { type: 'changeForm' }>,
): Promise<void> {
  return once(parts, meetup, id, async (remember) => {
    const { status, revision } = meetup.stage;
    if (status === 'prepared')
      throw new RuimteError('meetupNotOpen', 'a prepared meet-up gets its form there');
    if (fromRevision !== revision) {
      throw new RuimteError('staleRevision', `meant for revision ${fromRevision}, now ${revision}`);
    }
    const base = findFormat(wanted);
    const next = rounds === undefined ? base : makeOwnForm(base, rounds);
    const current = meetup.record.format;
    if (next.id === current.id) throw new RuimteError('invalid', 'that is the form it has');
    await meetup.putForm((board) => layForm({ current, next, held: meetup.stage.held }, board), [remember]);
  });
}

interface Forms {
  readonly current: Format;
  readonly next: Format;
  readonly held: readonly RoundId[];
}

/**
 * What the board becomes: pure.
 * @throws RuimteError `boardFull` when there are more spaces than fit.
 */
function layForm({ current, next, held }: Forms, board: Board): NextForm {
  const plan = planForm(board.zones, current.layout.zones, next.layout.zones, zonesInUse(board));
  const format = mergeForms(current, next, plan, held);
  const own = zonesOf(formAlone(format));
  const kept = board.zones.filter(({ id }) => plan.kept.has(id));
  if (own.length + kept.length > MAX_ZONES) throw new RuimteError('boardFull', `at most ${MAX_ZONES} spaces`);
  // A space both forms have keeps the name and colour that people gave it.
  const named = own.map((zone) => {
    const there = plan.same.has(zone.id) ? board.zones.find(({ id }) => id === zone.id) : undefined;
    return there === undefined ? zone : { ...zone, title: there.title, tint: there.tint };
  });
  const zones = [...named, ...below(own, kept, layoutZones(board.zones, new Map()))];
  const moves = settle(board, zones);
  const isLaid = new Set(zones.map(({ id }) => id));
  return {
    format,
    zones: isLaid,
    lay: (doc: Y.Doc) => {
      removeZones(doc, plan.gone);
      for (const zone of zones) placeZone(doc, zone.id, zone);
      layBoard(doc, zones, []);
      moveNotes(doc, moves, 'server');
    },
  };
}

/**
 * The kept spaces in rows below the others, about as wide as they were. Below scales that have nothing beside them each
 * gets a row of its own, so that those stay as wide as they are.
 */
function below(own: readonly Zone[], kept: readonly Zone[], before: ZoneRects): readonly Zone[] {
  const { w, gap } = ZONE_SIZE;
  const narrowest = Math.min(...own.map(({ colSpan }) => colSpan));
  const single = own.every(({ col, colSpan }) => col === 0 && colSpan === narrowest);
  const column = (w - (narrowest - 1) * gap) / narrowest;
  const wide = (zone: Zone): number =>
    single
      ? narrowest
      : Math.max(narrowest, Math.round(((before.get(zone.id)?.w ?? w) + gap) / (column + gap)));
  const columns = Math.max(
    ...own.map(({ col, colSpan }) => col + colSpan),
    ...kept.map((zone) => wide(zone)),
  );
  let row = Math.max(...own.map((zone) => zone.row + zone.rowSpan));
  let [col, rows] = [0, 0];
  return kept.map((zone) => {
    const colSpan = wide(zone);
    if (col > 0 && (single || col + colSpan > columns)) {
      row += rows;
      [col, rows] = [0, 0];
    }
    const placed = { ...zone, row, col, colSpan };
    col += colSpan;
    rows = Math.max(rows, zone.rowSpan);
    return placed;
  });
}

/** Where notes have to go because their space became wider or narrower: what they say on a scale stays as it is. */
function settle(board: Board, zones: readonly Zone[]): readonly NoteMove[] {
  const lowest = lowestEdges(board.notes.values());
  const [before, after] = [layoutZones(board.zones, lowest), layoutZones(zones, lowest)];
  return zones.flatMap((zone) => {
    const [from, to] = [before.get(zone.id), after.get(zone.id)];
    if (from === undefined || to === undefined || (from.w === to.w && from.h === to.h)) return [];
    const notes = [...board.notes.values()].filter((note) => note.zone === zone.id);
    return hasValues(zone)
      ? notes.map((note) => rescale(zone, note, from, to))
      : notesInside(board, notes, to.w);
  });
}

function rescale(zone: Zone, note: Note, from: Rect, to: Rect): NoteMove {
  const place = placeOf(zone, to, valueOf(zone, from, note));
  return { id: note.id, zone: zone.id, x: place.x, y: zone.kind === 'quadrant' ? place.y : note.y };
}

/** Notes that would stick out at the right go to free slots. */
function notesInside(board: Board, notes: readonly Note[], width: number): readonly NoteMove[] {
  const isInside = ({ x }: Note): boolean => x + NOTE_SIZE.w <= width;
  const grid = new PaperGrid(width);
  const inside = notes.filter(isInside);
  for (const note of inside) grid.lay(note);
  for (const box of groupBoxes(board.groups, inside)) grid.block(box);
  return notes
    .filter((note) => !isInside(note))
    .map(({ id, zone, group }) => {
      const place = grid.freeSlot();
      grid.lay(place);
      return { id, zone, ...place, ...(group === undefined ? {} : { withGroup: true as const }) };
    });
}
