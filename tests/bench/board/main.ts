/**
 * `npm run bench:board`: the board of the product, connected to its real server, beside Excalidraw and a plain
 * react-konva page, in one run on one machine. Prints Markdown on standard output and its progress on standard error.
 * `--help` tells the rest.
 */
import { mkdir } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { fit, viewRect } from '@ruimte/client/model/camera';
import { startServerProcess } from '../../support/server-process.ts';
import { keepPeers } from '../relay/install-peers.ts';
import { type BrowserProgram, findBrowser } from './browser.ts';
import type { Canvas, Ground } from './canvas.ts';
import { countIn } from './layout.ts';
import { type CanvasFigures, measureCanvas } from './measure-canvas.ts';
import { fillMeetup, type FullMeetup } from './meetups.ts';
import { type Options, readOptions, type Size, USAGE } from './options.ts';
import { OWN } from './own-canvas.ts';
import { wholeBoard } from './scenarios.ts';
import { Screen, VIEWPORT } from './screen.ts';
import { type PeerPages, servePeers } from './serve-peers.ts';
import { type Outcome, titleOf, toTable, toTargets } from './table.ts';

interface Bench {
  readonly options: Options;
  readonly browser: BrowserProgram;
  readonly own: Ground['own'];
  readonly pages: PeerPages;
}

const say = (words: string): void => void process.stderr.write(`${words}\n`);
const loadNow = (): string => (loadavg()[0] ?? Number.NaN).toFixed(1);
const cleaning: (() => Promise<void> | void)[] = [];
const defer = (clean: () => Promise<void> | void): void => void cleaning.push(clean);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

function introduce({ runs, laying }: Options): void {
  const [processor] = cpus();
  console.log('## Board benchmark\n');
  console.log(
    `Node ${process.versions.node}, ${cpus().length} × ${processor?.model.trim() ?? 'unknown processor'}, no graphics card, page of ${VIEWPORT.width} × ${VIEWPORT.height}; everything on the same machine. ` +
      `${runs} run${runs > 1 ? 's, medians, canvases in turn' : ''}. Notes lie ${laying === 'slots' ? 'as the product lays them, none under another' : 'close, overlapping by half'}. ` +
      'Ruimte: the page of a facilitator on its real server, with everything around the board, its list, undo and selection; others come in through real sockets. The others: the board alone, as large, with a saved document and changes made in the page. ' +
      'Every page comes for the first time. Cells: ms between frames, median / p95 · processor time of the main thread per frame, script and style / all tasks, ms.\n',
  );
}

/** Where the canvas lies on the page of the product. */
async function findBox(bench: Bench, full: FullMeetup): Promise<Ground['box']> {
  const screen = await Screen.open(bench.browser, full.layout.notes.length);
  try {
    const box = { x: 0, y: 0, w: VIEWPORT.width, h: VIEWPORT.height };
    const ground = toGround(bench, full, box);
    await OWN.prepare(screen, ground);
    await screen.load(OWN.addressOf(ground));
    const found = await screen.page.locator('.board-canvas').boundingBox();
    if (found === null) throw new Error('there is no board on the page');
    return { x: found.x, y: found.y, w: found.width, h: found.height };
  } finally {
    await screen.close();
  }
}

function toGround({ own, pages }: Bench, full: FullMeetup, box: Ground['box']): Ground {
  const notes = full.layout.notes.length;
  const first = fit(full.layout.bounds, box);
  const saved = pages.save(String(notes), full.layout);
  const whole = wholeBoard(full.layout, box);
  const query = `box=${[box.x, box.y, box.w, box.h].join()}&camera=${[whole.x, whole.y, whole.zoom].join()}`;
  return {
    notes,
    full,
    box,
    own,
    peers: {
      excalidraw: `${pages.url}/excalidraw.html?saved=${saved.excalidraw}&${query}`,
      naive: `${pages.url}/naive.html?saved=${saved.naive}&${query}`,
    },
    first,
  };
}

async function measureSize(bench: Bench, size: Size, ground: Ground): Promise<readonly Outcome[]> {
  const { options } = bench;
  const runs = new Map<Canvas, CanvasFigures[]>(options.canvases.map((canvas) => [canvas, []]));
  const failures = new Map<Canvas, string>();
  const loads: string[] = [];
  for (let run = 0; run < options.runs; run += 1) {
    loads.push(loadNow());
    // All canvases in every run, so that what else the machine does meets them alike.
    for (const canvas of options.canvases) {
      if (failures.has(canvas)) continue;
      say(`${titleOf(size)}, run ${run + 1} of ${options.runs}: ${canvas.title} (load ${loadNow()})`);
      try {
        const label = `${size.notes}x${size.slow}-${run + 1}`;
        const figures = await measureCanvas(canvas, ground, { ...options, ...size, ...bench, label });
        runs.get(canvas)?.push(figures);
        for (const [scenario, reason] of figures.failures) say(`  ${scenario} not measured: ${reason}`);
      } catch (error) {
        const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
        say(`  not measured: ${reason}`);
        failures.set(canvas, reason);
      }
    }
  }
  const outcomes = options.canvases.map((canvas): Outcome => ({
    canvas,
    size,
    runs: runs.get(canvas) ?? [],
    failure: failures.get(canvas),
  }));
  const view = viewRect(wholeBoard(ground.full.layout, ground.box), ground.box);
  const words = `load average before the runs ${loads.join(', ')}; ${countIn(view, ground.full.layout).toLocaleString('en')} notes in view with the whole board`;
  console.log(toTable(outcomes, options.scenarios, words));
  return outcomes;
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) return console.log(USAGE);
  const options = readOptions(args);
  if (options.keepPeers) keepPeers();
  for (const folder of [options.pictures, options.profiles])
    if (folder !== undefined) await mkdir(folder, { recursive: true });
  introduce(options);
  const browser = await findBrowser();
  const server = await startServerProcess({ defer });
  const bench: Bench = { options, browser, own: server, pages: await servePeers() };
  const grounds = new Map<number, Ground>();
  let box: Ground['box'] | undefined;
  const outcomes: Outcome[] = [];
  for (const size of options.sizes) {
    let ground = grounds.get(size.notes);
    if (ground === undefined) {
      say(`${titleOf({ ...size, slow: 1 })}: laying them`);
      const full = await fillMeetup(server, size.notes, options.laying, defer);
      box ??= await findBox(bench, full);
      ground = toGround(bench, full, box);
      grounds.set(size.notes, ground);
    }
    outcomes.push(...(await measureSize(bench, size, ground)));
  }
  console.log(toTargets(outcomes));
  console.log(`Load average at the end ${loadNow()}.`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
} finally {
  for (const clean of cleaning.toReversed()) await clean();
}
process.exit();
