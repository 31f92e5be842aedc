/** One page in a browser of its own, and what it costs: frames, processor time, heap, script sent. */
import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { waitFor } from '../../support/wait-for.ts';
import type { BrowserProgram } from './browser.ts';
import { installBench } from './in-page.ts';

export const VIEWPORT = { width: 1280, height: 800 } as const;
const FRAME_MS = 1000 / 60;
const MOST_UNDERWAY = 2;
const LOAD_MS = 180_000;
const CTRL = 2;
const PROFILE_US = 500;

/** What one frame costs, and how long frames take: milliseconds. */
export interface FrameFigures {
  readonly frames: number;
  readonly median: number;
  readonly p95: number;
  /** Processor time of the page's main thread per frame: script and style, and all of its tasks. */
  readonly script: number;
  readonly task: number;
}

interface Totals {
  readonly script: number;
  readonly task: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export class Screen {
  readonly page: Page;
  readonly #cdp: CDPSession;
  readonly #browser: Browser;
  readonly #scripts: Promise<number>[] = [];

  private constructor(browser: Browser, page: Page, cdp: CDPSession) {
    this.#browser = browser;
    this.page = page;
    this.#cdp = cdp;
  }

  /** Starts a browser with one empty page. @param notes - how many the page will show. */
  static async open(launch: BrowserProgram, notes: number) {
    const browser = await chromium.launch({ executablePath: launch.program, args: [...launch.args] });
    const context = await browser.newContext({ viewport: VIEWPORT, locale: 'nl-NL' });
    const page = await context.newPage();
    page.setDefaultTimeout(LOAD_MS);
    await page.addInitScript(installBench, notes);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await cdp.send('Network.enable');
    // Everybody comes for the first time.
    await cdp.send('Network.setCacheDisabled', { cacheDisabled: true });
    return new Screen(browser, page, cdp);
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  /** Makes the processor of the page so many times slower. */
  async slow(times: number): Promise<void> {
    await this.#cdp.send('Emulation.setCPUThrottlingRate', { rate: times });
  }

  /** Goes to a page. @returns milliseconds until all of it was painted, and kilobytes of script, gzipped. @param profile - a file for a profile of its script. */
  async load(url: string, profile?: string): Promise<{ readonly ms: number; readonly kb: number }> {
    const { page } = this;
    if (profile !== undefined) await this.#startProfile();
    this.#scripts.length = 0;
    const onResponse = (response: Awaited<ReturnType<Page['waitForResponse']>>): void => {
      if (response.request().resourceType() !== 'script') return;
      // One without a body was still under way to the page before this one.
      const size = response.body().then(
        (body) => gzipSync(body).length,
        () => 0,
      );
      this.#scripts.push(size);
    };
    page.on('response', onResponse);
    await page.goto(url, { waitUntil: 'commit' });
    const loaded = await page.waitForFunction(() => window.bench.loadedMs, undefined, {
      timeout: LOAD_MS,
      polling: 100,
    });
    page.off('response', onResponse);
    if (profile !== undefined) await this.#endProfile(profile);
    const sizes = await Promise.all(this.#scripts);
    return {
      ms: (await loaded.jsonValue()) ?? Number.NaN,
      kb: sizes.reduce((sum, size) => sum + size, 0) / 1000,
    };
  }

  async wheel(at: Point, dx: number, dy: number, zooming: boolean): Promise<void> {
    await this.#cdp.send('Input.dispatchMouseEvent', {
      type: 'mouseWheel',
      ...at,
      deltaX: dx,
      deltaY: dy,
      modifiers: zooming ? CTRL : 0,
    });
  }

  async mouse(type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', at: Point, held: boolean) {
    await this.#cdp.send('Input.dispatchMouseEvent', {
      type,
      ...at,
      button: held ? 'left' : 'none',
      buttons: held && type !== 'mouseReleased' ? 1 : 0,
      clickCount: type === 'mouseMoved' ? 0 : 1,
    });
  }

  /**
   * Sends at most one event a frame for so long, and waits while two are under way, as a browser does with a slow page.
   * @param send - sends the event for this share of the time, 0 to 1; the last is always for 1.
   */
  async stream(ms: number, send: (share: number) => Promise<void>): Promise<void> {
    const underway = new Set<Promise<void>>();
    const started = performance.now();
    for (let next = started; ; next = Math.max(next + FRAME_MS, performance.now())) {
      await pause(Math.max(0, next - performance.now()));
      while (underway.size >= MOST_UNDERWAY) await Promise.race(underway);
      const share = Math.min(1, (performance.now() - started) / ms);
      const sent = send(share).finally(() => underway.delete(sent));
      underway.add(sent);
      if (share === 1) break;
    }
    await Promise.all(underway);
  }

  /** Measures the page while something is done. @param profile - a file for a profile of its script. */
  async measure(work: () => Promise<void>, profile?: string): Promise<FrameFigures> {
    if (profile !== undefined) await this.#startProfile();
    const before = await this.#totals();
    await this.page.evaluate(() => window.bench.start());
    await work();
    const frames = await this.page.evaluate(() => window.bench.stop());
    const after = await this.#totals();
    if (profile !== undefined) await this.#endProfile(profile);
    if (frames.length < 5) throw new Error(`only ${frames.length} frames`);
    const sorted = frames.toSorted((a, b) => a - b);
    const at = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN;
    return {
      frames: frames.length,
      median: at(0.5),
      p95: at(0.95),
      script: ((after.script - before.script) * 1000) / frames.length,
      task: ((after.task - before.task) * 1000) / frames.length,
    };
  }

  /** Waits until the page has nothing to do: at most a tenth of a processor for half a second. */
  async rest(): Promise<void> {
    let { task } = await this.#totals();
    await waitFor(
      'the page to come to rest',
      async () => {
        await pause(500);
        const { task: now } = await this.#totals();
        const quiet = now - task < 0.05;
        task = now;
        return quiet;
      },
      60_000,
    );
  }

  /** Megabytes of script objects after collecting garbage. */
  async heapMb(): Promise<number> {
    await this.#cdp.send('HeapProfiler.collectGarbage');
    await this.#cdp.send('HeapProfiler.collectGarbage');
    return ((await this.#metrics()).get('JSHeapUsedSize') ?? Number.NaN) / 1e6;
  }

  async picture(file: string): Promise<void> {
    await this.page.screenshot({ path: file });
  }

  async #startProfile(): Promise<void> {
    await this.#cdp.send('Profiler.enable');
    await this.#cdp.send('Profiler.setSamplingInterval', { interval: PROFILE_US });
    await this.#cdp.send('Profiler.start');
  }

  async #endProfile(file: string): Promise<void> {
    const { profile } = await this.#cdp.send('Profiler.stop');
    await writeFile(file, JSON.stringify(profile));
  }

  async #totals(): Promise<Totals> {
    const all = await this.#metrics();
    const sum = (...names: readonly string[]): number =>
      names.reduce((total, name) => total + (all.get(name) ?? Number.NaN), 0);
    return {
      script: sum('ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'),
      task: sum('TaskDuration'),
    };
  }

  async #metrics(): Promise<ReadonlyMap<string, number>> {
    const { metrics } = await this.#cdp.send('Performance.getMetrics');
    return new Map(metrics.map(({ name, value }) => [name, value]));
  }
}
