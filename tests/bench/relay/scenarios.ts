/** The scenarios servers are taken through. */

export const SCENARIO_IDS = [
  'saturation',
  'mix20',
  'mix50',
  'mix100',
  'mix200',
  'boards',
  'cold2000',
  'cold10000',
  'restart',
] as const;
export type ScenarioId = (typeof SCENARIO_IDS)[number];

export interface Scenario {
  readonly id: ScenarioId;
  readonly title: string;
  readonly kind: 'saturation' | 'mix' | 'cold' | 'restart';
  readonly rooms: number;
  readonly people: number;
  /** Notes on the board beforehand. */
  readonly notes: number;
}

const mix = (id: ScenarioId, people: number, rooms = 1): Scenario => ({
  id,
  title: rooms > 1 ? `${rooms} boards × ${people} people` : `meet-up mix, ${people} people`,
  kind: 'mix',
  rooms,
  people,
  notes: 0,
});
const cold = (id: ScenarioId, notes: number): Scenario => ({
  id,
  title: `cold open, ${notes.toLocaleString('en')} notes`,
  kind: 'cold',
  rooms: 1,
  people: 10,
  notes,
});

export const SCENARIOS: readonly Scenario[] = [
  {
    id: 'saturation',
    title: 'saturation, 50 clients on one board',
    kind: 'saturation',
    rooms: 1,
    people: 50,
    notes: 0,
  },
  mix('mix20', 20),
  mix('mix50', 50),
  mix('mix100', 100),
  mix('mix200', 200),
  mix('boards', 10, 20),
  cold('cold2000', 2_000),
  cold('cold10000', 10_000),
  {
    id: 'restart',
    title: 'killed and started again, 200 people on one board of 2,000 notes',
    kind: 'restart',
    rooms: 1,
    people: 200,
    notes: 2_000,
  },
];
