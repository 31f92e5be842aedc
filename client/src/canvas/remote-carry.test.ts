import type { NoteId } from '@ruimte/shared/ids';
import { describe, expect, it } from 'vitest';
import type { OtherPresence } from '../model/meetup-model.ts';
import { createMotion } from './motion.ts';
import { createRemoteCarry } from './remote-carry.ts';

const NOTE = 'note' as NoteId;
const holding = (dx: number): OtherPresence[] => [
  { clientId: 7, who: '', person: undefined, drag: { notes: [NOTE], dx, dy: 0 } },
];

function createTable() {
  const motion = createMotion(() => false);
  const carry = createRemoteCarry(motion);
  const lies = { x: 100, y: 0 };
  const resting = () => lies;
  return {
    motion,
    carry,
    lies,
    resting,
    shownX: (now: number) => Math.round(motion.shown(NOTE, lies, now).x),
  };
}

describe('a note in the hand of somebody else', () => {
  it('glides after the hand', () => {
    const { carry, motion, resting, shownX } = createTable();
    carry.follow(holding(80), resting, 0);
    expect(shownX(40)).toBe(140);
    expect(shownX(80)).toBe(180);
    expect(motion.advance(500)).toBe(false);
    expect(motion.moving.has(NOTE)).toBe(true);
  });

  it('does not jump back when the hand opens before the place is written', () => {
    const { carry, motion, lies, resting, shownX } = createTable();
    carry.follow(holding(80), resting, 0);
    carry.follow([], resting, 200);
    expect(shownX(300)).toBe(180);
    lies.x = 180;
    carry.written(NOTE, lies, 320);
    expect(shownX(330)).toBe(180);
    motion.advance(500);
    expect(motion.moving.size).toBe(0);
  });

  it('does not go twice as far when the place is written before the hand opens', () => {
    const { carry, lies, resting, shownX } = createTable();
    carry.follow(holding(80), resting, 0);
    lies.x = 180;
    carry.written(NOTE, lies, 100);
    carry.follow(holding(80), resting, 150);
    expect(shownX(400)).toBe(180);
    carry.follow([], resting, 450);
    carry.follow(holding(20), resting, 500);
    expect(shownX(700)).toBe(200);
  });

  it('goes back when nothing was written', () => {
    const { carry, motion, resting, shownX } = createTable();
    carry.follow(holding(80), resting, 0);
    carry.follow([], resting, 100);
    expect(carry.advance(resting, 200)).toBe(true);
    carry.advance(resting, 700);
    expect(shownX(800)).toBe(100);
    motion.advance(800);
    expect(motion.moving.size).toBe(0);
  });
});
