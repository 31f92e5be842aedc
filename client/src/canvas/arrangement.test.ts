import type { GroupId, LinkId, NoteId } from '@ruimte/shared/ids';
import {
  addGroup,
  addLink,
  changeGroup,
  removeGroup,
  removeLinks,
  setGroup,
} from '@ruimte/shared/schema/edits/groups';
import { moveNotes, removeNotes } from '@ruimte/shared/schema/edits/notes';
import { describe, expect, it } from 'vitest';
import { createArrangement } from './arrangement.ts';
import { createTable, KIND, PLEK } from './recording-scene.ts';

const GROUP = 'g'.repeat(22) as GroupId;
const LINK = 'l'.repeat(22) as LinkId;
/** An arrangement on a table, and how often it said that something changed. */
function createArranged() {
  const { doc, model, scene, lay } = createTable();
  let changes = 0;
  const arrangement = createArrangement(model, scene, () => (changes += 1));
  return { doc, arrangement, lay, changes: () => changes };
}

describe('groups on the board', () => {
  it('have a box around their notes, which follows when one is moved', () => {
    const { doc, arrangement, lay } = createArranged();
    const [a, b] = [lay('a', KIND, 32, 82), lay('b', KIND, 268, 82)];
    addGroup(doc, { id: GROUP, name: 'tijd', zone: KIND }, [a, b], 'server');
    expect([...arrangement.groups()].map(({ name, rect }) => ({ name, rect }))).toEqual([
      { name: 'tijd', rect: { x: 40 + 32 - 18, y: 40 + 82 - 44, w: 496, h: 152 + 62 } },
    ]);
    moveNotes(doc, [{ id: b, zone: KIND, x: 268, y: 400 }], 'server');
    expect(arrangement.groupOf(a)?.rect.h).toBe(400 - 82 + 152 + 62);
  });

  it('hold the notes of their own zone, whoever moved what meanwhile', () => {
    const { doc, arrangement, lay } = createArranged();
    const [a, b] = [lay('a', KIND, 32, 82), lay('b', KIND, 268, 82)];
    addGroup(doc, { id: GROUP, name: 'tijd', zone: KIND }, [a, b], 'server');
    moveNotes(doc, [{ id: b, zone: PLEK, x: 32, y: 82, withGroup: true }], 'server');
    expect([...(arrangement.group(GROUP)?.members ?? [])]).toEqual([a]);
    changeGroup(doc, GROUP, { zone: PLEK, name: 'later' }, 'server');
    expect([...(arrangement.group(GROUP)?.members ?? [])]).toEqual([b]);
    expect(arrangement.group(GROUP)?.name).toBe('later');
    setGroup(doc, [b], '', 'server');
    expect([...arrangement.groups()]).toEqual([]);
  });

  it('move along when the zone above them grows, and go with their last note', () => {
    const { doc, arrangement, lay } = createArranged();
    const a = lay('a', PLEK, 32, 82);
    addGroup(doc, { id: GROUP, name: '', zone: PLEK }, [a], 'server');
    const before = arrangement.groupOf(a)?.rect.y ?? 0;
    lay('deep', KIND, 32, 900);
    expect(arrangement.groupOf(a)?.rect.y).toBeGreaterThan(before);
    removeNotes(doc, [a], 'server');
    expect(arrangement.group(GROUP)).toBeUndefined();
    expect(arrangement.isTied(a)).toBe(false);
  });

  it('are taken by their name and their frame, not by what lies between', () => {
    const { doc, arrangement, lay } = createArranged();
    const [a, b] = [lay('a', KIND, 32, 82), lay('b', KIND, 268, 400)];
    addGroup(doc, { id: GROUP, name: 'tijd', zone: KIND }, [a, b], 'server');
    const { x, y, w, h } = arrangement.group(GROUP)?.rect ?? { x: 0, y: 0, w: 0, h: 0 };
    expect(arrangement.groupAt({ x: x + 60, y: y + 30 }, 8)).toBe(GROUP);
    expect(arrangement.groupAt({ x: x - 6, y: y + h / 2 }, 8)).toBe(GROUP);
    expect(arrangement.groupAt({ x: x + w / 2, y: y + h / 2 }, 8)).toBeUndefined();
    expect(arrangement.groupAt({ x: x - 20, y }, 8)).toBeUndefined();
    removeGroup(doc, GROUP, [a, b], 'server');
    expect(arrangement.groupAt({ x: x + 60, y: y + 30 }, 8)).toBeUndefined();
  });
});

describe('links on the board', () => {
  it('run between their notes, follow them, and go with either', () => {
    const { doc, arrangement, lay } = createArranged();
    const [a, b] = [lay('a', KIND, 32, 82), lay('b', KIND, 500, 82)];
    addLink(doc, { id: LINK, from: a, to: b }, 'server');
    const [first] = arrangement.links();
    expect(first?.curve.from).toEqual({ x: 40 + 32 + 224 + 10, y: 40 + 82 + 76 });
    moveNotes(doc, [{ id: b, zone: PLEK, x: 32, y: 82 }], 'server');
    const [moved] = arrangement.links();
    expect(moved?.curve.from).toEqual({ x: 40 + 32 + 112, y: 40 + 82 + 152 + 10 });
    removeNotes(doc, [a], 'server');
    expect([...arrangement.links()]).toEqual([]);
    expect(arrangement.isTied(b)).toBe(true);
    removeLinks(doc, [LINK], 'server');
    expect(arrangement.isTied(b)).toBe(false);
  });

  it('move along when the zone above them grows, and are worked out again only there', () => {
    const { doc, arrangement, lay } = createArranged();
    const [above, right] = [lay('a', KIND, 32, 82), lay('b', KIND, 500, 82)];
    const [below, beside] = [lay('c', PLEK, 32, 82), lay('d', PLEK, 500, 82)];
    addLink(doc, { id: LINK, from: above, to: right }, 'server');
    addLink(doc, { id: 'm'.repeat(22) as LinkId, from: below, to: beside }, 'server');
    const [high, low] = arrangement.links();
    lay('deep', KIND, 32, 900);
    const [highAfter, lowAfter] = arrangement.links();
    expect(highAfter).toBe(high);
    expect(lowAfter?.curve.from.y).toBeGreaterThan(low?.curve.from.y ?? Infinity);
  });

  it('come when their second note comes', () => {
    const { doc, arrangement, lay } = createArranged();
    const a = lay('a', KIND, 32, 82);
    addLink(doc, { id: LINK, from: a, to: 'b'.padEnd(22, '-') as NoteId }, 'server');
    expect([...arrangement.links()]).toEqual([]);
    lay('b', KIND, 500, 82);
    expect([...arrangement.links()]).toHaveLength(1);
  });

  it('are worked out again only when something they hang on changes', () => {
    const { doc, arrangement, lay, changes } = createArranged();
    const [a, b, loose] = [lay('a', KIND, 32, 82), lay('b', KIND, 500, 82), lay('c', KIND, 32, 300)];
    addLink(doc, { id: LINK, from: a, to: b }, 'server');
    const [before] = arrangement.links();
    const told = changes();
    moveNotes(doc, [{ id: loose, zone: KIND, x: 40, y: 300 }], 'server');
    expect([...arrangement.links()]).toEqual([before]);
    expect([...arrangement.links()][0]).toBe(before);
    expect(changes()).toBe(told);
    arrangement.close();
    moveNotes(doc, [{ id: b, zone: KIND, x: 500, y: 300 }], 'server');
    expect(changes()).toBe(told);
  });
});
