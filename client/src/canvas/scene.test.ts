import { moveNotes, raiseNotes, removeNotes } from '@ruimte/shared/schema/edits/notes';
import { describe, expect, it } from 'vitest';
import { createTable, KIND, PLEK } from './recording-scene.ts';

const EVERYWHERE = { x: -1e5, y: -1e5, w: 2e5, h: 2e5 };

describe('the scene', () => {
  it('knows where notes lie and which lies on top', () => {
    const { doc, scene, lay } = createTable();
    const first = lay('first', KIND, 32, 82);
    const second = lay('second', KIND, 40, 90);
    expect(scene.index.search(EVERYWHERE)).toEqual([first, second]);
    raiseNotes(doc, [first], 'server');
    expect(scene.index.search(EVERYWHERE)).toEqual([second, first]);
    expect(scene.index.at({ x: 40 + 40 + 10, y: 40 + 90 + 10 }, 0)).toBe(first);
  });

  it('moves what lies in the zones below when a zone grows', () => {
    const { scene, lay } = createTable();
    const below = lay('below', PLEK, 32, 82);
    const before = scene.resting(below)?.y ?? 0;
    lay('deep', KIND, 32, 900);
    const after = scene.resting(below)?.y ?? 0;
    expect(after).toBeGreaterThan(before);
    expect(scene.index.at({ x: 100, y: after + 20 }, 0)).toBe(below);
  });

  it('lets notes of others fade in and glide, and shows own edits at once', () => {
    const { doc, scene, lay } = createTable();
    const theirs = lay('theirs', KIND, 32, 82);
    expect(scene.motion.moving.has(theirs)).toBe(true);
    scene.advance(1000);
    moveNotes(doc, [{ id: theirs, zone: KIND, x: 300, y: 82 }], 'server');
    expect(scene.motion.moving.has(theirs)).toBe(true);
    const mine = scene.own(() => lay('mine', KIND, 500, 82));
    expect(scene.motion.moving.has(mine)).toBe(false);
  });

  it('forgets a note that was removed, and says so', () => {
    const { doc, scene, lay, gone } = createTable();
    const note = lay('note', PLEK, 32, 82);
    expect(scene.isOccupied(PLEK)).toBe(true);
    removeNotes(doc, [note], 'server');
    expect(scene.index.size).toBe(0);
    expect(scene.isOccupied(PLEK)).toBe(false);
    expect(scene.motion.moving.size).toBe(0);
    expect(gone).toEqual([note]);
  });

  it('hears nothing after it is closed', () => {
    const { scene, lay } = createTable();
    scene.close();
    lay('late', KIND, 32, 82);
    expect(scene.index.size).toBe(0);
  });
});
