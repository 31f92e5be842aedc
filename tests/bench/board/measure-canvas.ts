/** One canvas with one board, from an empty browser to its heap at the end. */
import { join } from 'node:path';
import type { BrowserProgram } from './browser.ts';
import type { Canvas, Ground } from './canvas.ts';
import type { Laying } from './layout.ts';
import { type Scenario, type ScenarioName, SCENARIOS } from './scenarios.ts';
import { type FrameFigures, Screen } from './screen.ts';

export interface CanvasFigures {
  readonly loadMs: number;
  readonly kb: number;
  readonly heapMb: number;
  readonly frames: ReadonlyMap<ScenarioName, FrameFigures>;
  /** What could not be measured, with the reason. */
  readonly failures: ReadonlyMap<ScenarioName, string>;
}

export interface MeasureOptions {
  readonly browser: BrowserProgram;
  readonly scenarios: readonly ScenarioName[];
  readonly laying: Laying;
  /** How many times slower the processor of the page is made. */
  readonly slow: number;
  /** Folder for pictures of every scenario; undefined takes none. */
  readonly pictures?: string | undefined;
  /** Folder for profiles of the script in every scenario. */
  readonly profiles?: string | undefined;
  /** Part of the names of such files. */
  readonly label: string;
}

/** Measures everything asked for. @throws when the page does not come. */
export async function measureCanvas(
  canvas: Canvas,
  ground: Ground,
  options: MeasureOptions,
): Promise<CanvasFigures> {
  const screen = await Screen.open(options.browser, ground.notes);
  const fileFor = (folder: string | undefined, id: string, end: string): string | undefined =>
    folder === undefined ? undefined : join(folder, `${options.label}-${canvas.id}-${id}.${end}`);
  const picture = async (id: string): Promise<void> => {
    const file = fileFor(options.pictures, id, 'png');
    if (file !== undefined) await screen.picture(file);
  };
  const frames = new Map<ScenarioName, FrameFigures>();
  const failures = new Map<ScenarioName, string>();
  try {
    await canvas.prepare(screen, ground);
    if (options.slow > 1) await screen.slow(options.slow);
    const load = await screen.load(canvas.addressOf(ground), fileFor(options.profiles, 'load', 'cpuprofile'));
    await screen.rest();
    await picture('load');
    let camera = ground.first;
    for (const scenario of SCENARIOS.filter(({ id }) => options.scenarios.includes(id))) {
      const stand = { canvas, screen, ground, laying: options.laying };
      const next = scenario.camera(stand);
      try {
        await canvas.look(screen, ground, camera, next);
        camera = next;
        frames.set(scenario.id, await measureScenario(scenario));
        await picture(scenario.id);
      } catch (error) {
        failures.set(
          scenario.id,
          error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
        );
      }
      async function measureScenario({ id, around, work }: Scenario): Promise<FrameFigures> {
        await screen.rest();
        const after = await around?.(stand, camera);
        const profile = fileFor(options.profiles, id, 'cpuprofile');
        try {
          return await screen.measure(() => work(stand, camera), profile);
        } finally {
          await after?.();
        }
      }
    }
    return { loadMs: load.ms, kb: load.kb, heapMb: await screen.heapMb(), frames, failures };
  } finally {
    await screen.close();
  }
}
