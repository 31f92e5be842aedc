/**
 * `npm run bench:list`: how soon the list of a board of 1,000 notes answers keys, from the key going down until the next
 * frame has been drawn, in Chromium on a real server; and how long the whole accessibility tree takes. Medians of three
 * runs. `NOTES=5000` asks for another size.
 */
import { loadavg } from 'node:os';
import { chromium, type Page } from '@playwright/test';
import { Random } from '../support/random.ts';
import { startServerProcess } from '../support/server-process.ts';
import { JoinForm } from '../e2e/pages/join-form.ts';
import { findBrowser } from './board/browser.ts';
import { fillMeetup } from './board/meetups.ts';

const NOTES = Number(process.env['NOTES'] ?? 1_000);
const RUNS = 3;
const PRESSES = 60;
const cleaning: (() => Promise<void> | void)[] = [];
const defer = (clean: () => Promise<void> | void): void => void cleaning.push(clean);
const random = new Random(7);

/** Runs in the page: from each key until a frame with its answer has been drawn, milliseconds. */
function watchKeys(): void {
  const answers: number[] = [];
  Object.assign(window, { answers });
  addEventListener(
    'keydown',
    ({ timeStamp }) =>
      requestAnimationFrame(() => setTimeout(() => answers.push(performance.now() - timeStamp))),
    { capture: true },
  );
}

/** Presses keys one after another, each when the one before has been answered. */
async function press(page: Page, keys: readonly string[]): Promise<readonly number[]> {
  await page.evaluate(() => void ((window as unknown as { answers: number[] }).answers.length = 0));
  for (const [index, key] of keys.entries()) {
    await page.keyboard.press(key);
    await page.waitForFunction(
      (count) => (window as unknown as { answers: number[] }).answers.length > count,
      index,
      { polling: 5 },
    );
  }
  return page.evaluate(() => (window as unknown as { answers: readonly number[] }).answers);
}

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
const repeat = (count: number, ...keys: readonly string[]): readonly string[] =>
  Array.from({ length: count }, (_, index) => keys[index % keys.length] ?? '');

async function measure(page: Page, link: string): Promise<ReadonlyMap<string, readonly number[]>> {
  await page.addInitScript(watchKeys);
  await page.goto(link);
  await new JoinForm(page).joinAs(`Noor ${random.below(1_000)}`, 'Klinkerdijk');
  await page.getByRole('button', { name: 'Lijst' }).click();
  const rows = page.locator('[data-outline-note]');
  await page.waitForFunction(
    (least) => document.querySelectorAll('[data-outline-note]').length >= least,
    Math.min(NOTES, 1_000),
  );
  await rows.first().focus();
  const figures = new Map<string, readonly number[]>();
  figures.set('arrow down', await press(page, repeat(PRESSES, 'ArrowDown')));
  figures.set('arrow down and up', await press(page, repeat(PRESSES, 'ArrowDown', 'ArrowUp')));
  figures.set('next and previous space', await press(page, repeat(PRESSES, 'Alt+ArrowDown', 'Alt+ArrowUp')));
  figures.set('first and last', await press(page, repeat(PRESSES, 'End', 'Home')));
  figures.set('open and close', await press(page, repeat(PRESSES, 'Space', 'Escape')));
  await page.keyboard.press('n');
  figures.set('typing a new note', await press(page, repeat(PRESSES, ...'een nieuw kaartje')));
  await page.keyboard.press('Escape');
  await page.locator('[data-search]').first().focus();
  figures.set('typing in search', await press(page, repeat(9, ...'kaartje a')));
  const session = await page.context().newCDPSession(page);
  await page.keyboard.press('Escape');
  const begun = performance.now();
  await session.send('Accessibility.getFullAXTree');
  figures.set('the whole accessibility tree', [performance.now() - begun]);
  return figures;
}

try {
  const server = await startServerProcess({ defer });
  const full = await fillMeetup(server, NOTES, 'slots', defer);
  const { program, args } = await findBrowser();
  const before = loadavg()[0]?.toFixed(1);
  const runs: ReadonlyMap<string, readonly number[]>[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const browser = await chromium.launch({ executablePath: program, args: [...args] });
    try {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: server.url });
      runs.push(await measure(page, full.meetup.detail.links.participant));
    } finally {
      await browser.close();
    }
  }
  console.log(`${NOTES} notes, ${RUNS} runs, load average ${before} to ${loadavg()[0]?.toFixed(1)}\n`);
  console.log('| what | median ms | p95 ms |\n| --- | ---: | ---: |');
  for (const what of runs[0]?.keys() ?? []) {
    const of = (share: number): string =>
      at(
        runs.map((run) => at(run.get(what) ?? [], share)),
        0.5,
      ).toFixed(0);
    console.log(`| ${what} | ${of(0.5)} | ${of(0.95)} |`);
  }
} finally {
  for (const clean of cleaning.toReversed()) await clean();
}
// What the standard clients still wait for keeps nobody.
process.exit();
