/**
 * Where the processor time of our server goes, from a profile as Node writes it (`--cpu-prof`): a tree of calls, and
 * which of them was running at each look. Each look belongs to the innermost file of ours that was at work.
 */

/** One call in the tree; children are the calls it made. */
interface CallNode {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly children?: readonly number[];
}

/** The parts read of a `.cpuprofile`. */
export interface CpuProfile {
  readonly nodes: readonly CallNode[];
  /** Microseconds of the system's monotonic clock. */
  readonly startTime: number;
  /** The call at each look, by its id, and microseconds since the look before. */
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

export const PARTS = [
  'gate',
  'applying',
  'relaying',
  'store, in the main thread',
  'rest of the relay',
  'rest of the server',
  'yjs',
  'ws',
  'node',
  'garbage collection',
  'native code',
] as const;
export type Part = (typeof PARTS)[number];

/** Shares of the time in which the thread was at work, 0 to 1. */
export interface PartTime {
  /** Looks that belong to it: they add up to 1. */
  readonly share: number;
  /** Looks at which its own code was running. */
  readonly self: number;
  /** Looks at which it was anywhere among the calls. */
  readonly total: number;
}

/** Milliseconds of the system's monotonic clock. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const OURS: readonly (readonly [Part, RegExp])[] = [
  ['gate', /\/server\/dist\/relay\/gate/],
  ['relaying', /\/server\/dist\/relay\/(relay-updates|frames|turn-writer|first-answer)\.js/],
  ['rest of the relay', /\/server\/dist\/relay\//],
  ['store, in the main thread', /\/server\/dist\/store\//],
  ['rest of the server', /\/(server|shared|tests)\/dist\//],
];
const FOREIGN: readonly (readonly [Part, RegExp])[] = [
  ['yjs', /\/node_modules\/(yjs|lib0|y-protocols)\//],
  ['ws', /\/node_modules\/ws\//],
  ['rest of the server', /\/node_modules\//],
  ['node', /^node:/],
];
const NOT_AT_WORK = new Set(['(idle)', '(root)']);

const find = (rules: readonly (readonly [Part, RegExp])[], url: string): Part | undefined =>
  rules.find(([, pattern]) => pattern.test(url))?.[0];

function partOf({ callFrame }: CallNode): Part {
  const { functionName, url } = callFrame;
  if (functionName === '(garbage collector)') return 'garbage collection';
  return find(OURS, url) ?? find(FOREIGN, url) ?? 'native code';
}

/** The part a look belongs to. @param calls - from the one that was running to the outermost. */
function ownerOf(calls: readonly CallNode[]): Part {
  const running = calls[0];
  if (running === undefined) return 'native code';
  const innermost = calls.findIndex(({ callFrame }) => find(OURS, callFrame.url) !== undefined);
  const own = calls[innermost];
  if (own === undefined) return partOf(running);
  const part = partOf(own);
  const inYjs = calls.slice(0, innermost).some((call) => partOf(call) === 'yjs');
  return part === 'rest of the relay' && inYjs ? 'applying' : part;
}

/** Reads what each part took within the span; undefined when nothing was at work in it. */
export function attribute(profile: CpuProfile, span: Span): ReadonlyMap<Part, PartTime> | undefined {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const callers = new Map<number, number>();
  for (const { id, children } of profile.nodes) for (const child of children ?? []) callers.set(child, id);
  const sums = new Map(PARTS.map((part) => [part, { share: 0, self: 0, total: 0 }]));
  let busy = 0;
  let at = profile.startTime;
  for (const [index, sample] of profile.samples.entries()) {
    at += profile.timeDeltas[index] ?? 0;
    // What was seen at a look has been running until the next one.
    const took = profile.timeDeltas[index + 1] ?? 0;
    const node = nodes.get(sample);
    const inSpan = at >= span.from * 1000 && at < span.to * 1000;
    if (node === undefined || !inSpan || NOT_AT_WORK.has(node.callFrame.functionName)) continue;
    const calls: CallNode[] = [];
    for (let id: number | undefined = sample; id !== undefined; id = callers.get(id)) {
      const call = nodes.get(id);
      if (call !== undefined && call.callFrame.functionName !== '(root)') calls.push(call);
    }
    busy += took;
    const add = (part: Part, kind: keyof PartTime): void => {
      const sum = sums.get(part);
      if (sum !== undefined) sum[kind] += took;
    };
    add(ownerOf(calls), 'share');
    add(partOf(node), 'self');
    for (const part of new Set(calls.map(partOf))) add(part, 'total');
  }
  if (busy === 0) return undefined;
  const times = PARTS.map((part) => {
    const { share = 0, self = 0, total = 0 } = sums.get(part) ?? {};
    return [part, { share: share / busy, self: self / busy, total: total / busy }] as const;
  });
  return new Map(times);
}
