/** Attacks on presence: being somebody else, being many, being large. */
import { CLOSE_CODES } from '@ruimte/shared/protocol/close-codes';
import { say, type Wire } from '../attacker.ts';
import { waitFor } from '../wait-for.ts';
import type { Arena } from './arena.ts';
import { type Attack, type Ending, endOf, outcomeOf, times } from './attack.ts';
import { newClient } from './attacker-board.ts';

const { malformed, tooFast } = CLOSE_CODES;

/** What the attack works with: a socket of its own, and what the victim's screen shows of whom. */
interface Scene {
  readonly arena: Arena;
  readonly wire: Wire;
  readonly participant: string;
  readonly own: number;
  readonly victim: number;
  readonly seen: () => ReadonlyMap<number, Record<string, unknown>>;
}

const presence = (
  name: string,
  ends: readonly Ending[],
  act: (scene: Scene) => Promise<Ending>,
  who: 'a participant' | 'the wall' = 'a participant',
): Attack => ({
  name,
  part: 'presence',
  who,
  rule: who === 'the wall' ? 'R2' : 'R21',
  ends,
  act: async (arena) => {
    const session = await (who === 'the wall' ? arena.meetup.openWall() : arena.join());
    const { awareness } = arena.atVictim.provider;
    awareness.setLocalState({ cursor: [7, 7] });
    return act({
      arena,
      wire: await arena.open(session),
      participant: session.participant ?? '',
      own: newClient(),
      victim: arena.atVictim.doc.clientID,
      seen: () => awareness.getStates(),
    });
  },
});

/** What a newcomer is told of everybody who is there: presence as the server has it. */
async function toldTo(arena: Arena): Promise<string> {
  const wire = await arena.open(await arena.join());
  wire.send(say.step1());
  await outcomeOf(wire);
  return Buffer.concat(wire.received.filter(([type]) => type === 1)).toString('latin1');
}

/** "taken", when the victim is still where they were. */
async function victimIsSeen({ arena, wire }: Scene): Promise<Ending> {
  const ended = await outcomeOf(wire);
  const told = await toldTo(arena);
  return told.includes(`{"who":"${arena.victim.participant ?? ''}","cursor":[7,7]}`)
    ? ended
    : 'the victim is gone';
}

export const PRESENCE_ATTACKS: readonly Attack[] = [
  presence(
    'shows a name, a role and somebody else’s id',
    ['taken'],
    async ({ arena, wire, participant, own, seen }) => {
      wire.send(
        say.presence([
          [own, 1, { cursor: [3, 3], who: arena.victim.participant, name: 'Juf', role: 'facilitator' }],
        ]),
      );
      const shown = await waitFor('the presence to be seen', () => seen().get(own), 10_000);
      const isOwn = JSON.stringify(shown) === JSON.stringify({ who: participant, cursor: [3, 3] });
      return isOwn ? 'taken' : `seen as ${JSON.stringify(shown)}`;
    },
  ),
  presence('shows the victim as gone', ['taken'], async (scene) => {
    await victimIsSeen(scene);
    scene.wire.send(say.presence([[scene.victim, 2 ** 30, null]]));
    return victimIsSeen(scene);
  }),
  presence('shows the victim elsewhere', ['taken'], async (scene) => {
    scene.wire.send(say.presence([[scene.victim, 2 ** 30, { cursor: [666, 666] }]]));
    return victimIsSeen(scene);
  }),
  presence(
    'shows the victim as gone',
    ['taken'],
    async (scene) => {
      scene.wire.send(say.presence([[scene.victim, 2 ** 30, null]]));
      return victimIsSeen(scene);
    },
    'the wall',
  ),
  presence('shows three thousand ids at once', ['taken'], async ({ arena, wire, own }) => {
    wire.send(say.presence(times(3_000, (i) => [own + i, 1, { cursor: [41, 43] }])));
    const ended = await outcomeOf(wire);
    const count = (await toldTo(arena)).split('"cursor":[41,43]').length - 1;
    return count <= 1 ? ended : `${count} ids are shown`;
  }),
  presence('shows twenty thousand ids at once', [malformed], async ({ wire, own }) => {
    wire.send(say.presence(times(20_000, (i) => [own + i, 1, null])));
    return endOf(wire);
  }),
  {
    ...presence('shows twenty thousand ids one by one', [tooFast], async ({ arena, wire, own }) => {
      for (let i = 0; i < 20_000; i += 1) wire.send(say.presence([[own + i, 1, { cursor: [47, 53] }]]));
      const ended = await endOf(wire, 30_000);
      const count = (await toldTo(arena)).split('"cursor":[47,53]').length - 1;
      return count <= 1 ? ended : `${count} ids are shown`;
    }),
    slow: true,
  },
  presence('shows a state of 100 kB', ['taken'], async ({ arena, wire, own }) => {
    wire.send(say.presence([[own, 1, { cursor: [59, 61], junk: 'x'.repeat(100_000) }]]));
    const ended = await outcomeOf(wire);
    return (await toldTo(arena)).includes('[59,61]') ? 'it is shown' : ended;
  }),
  presence('shows a state of 900 kB, again and again', ['still open', tooFast], async ({ wire, own }) => {
    for (let i = 0; i < 20; i += 1) wire.send(say.presence([[own, i, { junk: 'x'.repeat(900_000) }]]));
    // Reading is paused by now: four seconds for each.
    return endOf(wire, 1_000);
  }),
  presence('shows what is no JSON, or too deep', ['taken'], async ({ wire, own }) => {
    for (const json of ['{', '[]', '"x"', '['.repeat(1_900), '{"a":'.repeat(400), '1e999', 'null null'])
      wire.send(say.presenceText(own, 1, json));
    return outcomeOf(wire);
  }),
  presence('shows a clock of 2^53', ['taken', malformed], async ({ wire, own }) => {
    wire.send(say.presence([[own, Number.MAX_SAFE_INTEGER, { cursor: [1, 1] }]]));
    return outcomeOf(wire);
  }),
  {
    ...presence('moves five thousand times at once', [tooFast], async ({ wire, own }) => {
      for (let i = 0; i < 5_000; i += 1) wire.send(say.presence([[own, i, { cursor: [i, i] }]]));
      return endOf(wire, 30_000);
    }),
    slow: true,
  },
];
