/** The product: its facilitator's page on its real server, with everything on. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Camera, keepInView, zoomAt } from '@ruimte/client/model/camera';
import { callApi } from '@ruimte/client/model/api';
import { rootOf } from '@ruimte/shared/schema/document';
import { moveNotes } from '@ruimte/shared/schema/edits/notes';
import { JoinForm } from '../../e2e/pages/join-form.ts';
import { openStandard } from '../../support/standard-client.ts';
import type { TestServer } from '../../support/start-server.ts';
import { waitFor } from '../../support/wait-for.ts';
import type * as Y from 'yjs';
import { keep } from '../relay/children.ts';
import type { Canvas, Ground } from './canvas.ts';
import type { OthersJob } from './others.ts';
import type { Screen } from './screen.ts';

/** A busy machine opens a board of ten thousand in seconds. */
const PATIENCE_MS = 30_000;
/** As the board reads the wheel: fingers on a touch pad below 40 px, and a notch above. */
const RATE = { fingers: 0.0075, notch: 0.0022, mostFingersPx: 39, mostNotchPx: 120 } as const;

function turn(from: number, to: number) {
  const wanted = -Math.log(to / from);
  const fingers = wanted / RATE.fingers;
  if (Math.abs(fingers) <= RATE.mostFingersPx) return { deltaY: fingers, zoom: to };
  const deltaY = Math.sign(wanted) * Math.min(RATE.mostNotchPx, Math.abs(wanted) / RATE.notch);
  return { deltaY, zoom: from * Math.exp(-deltaY * RATE.notch) };
}

async function look(screen: Screen, { box, full }: Ground, from: Camera, to: Camera): Promise<void> {
  const middle = { x: box.w / 2, y: box.h / 2 };
  const at = { x: box.x + middle.x, y: box.y + middle.y };
  const size = { w: box.w, h: box.h };
  let camera = from;
  while (Math.abs(camera.zoom / to.zoom - 1) > 1e-9) {
    const { deltaY, zoom } = turn(camera.zoom, to.zoom);
    await screen.wheel(at, 0, deltaY, true);
    camera = keepInView(zoomAt(camera, middle, zoom), full.layout.bounds, size);
  }
  await screen.wheel(at, (to.x - camera.x) * to.zoom, (to.y - camera.y) * to.zoom, false);
}

/** Does something with the board's document as the standard client of a facilitator has it. */
async function withDocument<T>({ full, own }: Ground, work: (doc: Y.Doc) => Promise<T>): Promise<T> {
  const cleaning: (() => void)[] = [];
  const as: TestServer['as'] = (session) => (name, request) =>
    callApi(name, request, { base: own.url, session });
  const client = await openStandard({ url: own.url, as }, full.meetup.facilitator, {
    defer: (clean) => cleaning.push(clean),
  });
  try {
    await waitFor('the first sync', () => client.provider.synced, PATIENCE_MS);
    return await work(client.doc);
  } finally {
    for (const clean of cleaning) clean();
  }
}

export const OWN: Canvas = {
  id: 'ruimte',
  title: 'Ruimte',
  prepare: async ({ page }, { full, own }) => {
    await page.goto(own.url + full.meetup.detail.links.facilitator);
    await new JoinForm(page).enterAsFacilitator('Iris');
    await page.locator('.board-canvas').waitFor();
  },
  addressOf: ({ own }) => `${own.url}/m`,
  look,
  turn,
  placeOf: async (_screen, ground, index) => {
    const { full } = ground;
    return withDocument(ground, async (doc) => {
      const note = rootOf(doc, 'notes').get(full.ids[index] ?? '');
      const [x = Number.NaN, y = Number.NaN] = (note?.get('p') ?? []) as readonly number[];
      const rect = full.layout.zones.find(({ zone }) => zone.id === note?.get('zone'))?.rect;
      return { x: x + (rect?.x ?? 0), y: y + (rect?.y ?? 0) };
    });
  },
  putBack: (ground, index) =>
    withDocument(ground, async (doc) => {
      const [id, note] = [ground.full.ids[index], ground.full.layout.notes[index]];
      if (id === undefined || note === undefined) throw new Error(`there is no note ${index}`);
      moveNotes(doc, [{ id, zone: note.zone.id, ...note.inZone }], 'user');
      const [x, y] = [Math.round(note.inZone.x), Math.round(note.inZone.y)];
      // Somebody who comes later sees it there: then it is kept.
      await waitFor(
        'the note to lie where it lay',
        () =>
          withDocument(ground, async (other) => {
            const [seenX, seenY] = (rootOf(other, 'notes').get(id)?.get('p') ?? []) as readonly number[];
            return seenX === x && seenY === y;
          }),
        PATIENCE_MS,
      );
    }),
  startOthers: async ({ page }, { full, own }, view, moved) => {
    const crowd = keep(fork(fileURLToPath(new URL('./others.js', import.meta.url)), { stdio: 'inherit' }));
    const job: OthersJob = {
      ...own,
      people: full.people,
      view,
      moved: moved.map(({ index }) => {
        const note = full.layout.notes[index];
        if (note === undefined) throw new Error(`there is no note ${index}`);
        return { id: full.ids[index] ?? '', zone: note.zone.id, ...note.inZone };
      }),
    };
    const gone = new Promise<string>((resolve) => {
      crowd.once('message', () => resolve(''));
      crowd.once('exit', () => resolve('the others could not come in'));
    });
    crowd.send(job);
    const failure = await gone;
    if (failure !== '') throw new Error(failure);
    await waitFor(
      'everybody to be seen',
      () => page.evaluate((people) => document.querySelectorAll('.board-cursor').length >= people, 50),
      20_000,
    );
    return async () => {
      crowd.kill('SIGKILL');
      await waitFor('everybody to be gone', () => crowd.signalCode !== null);
    };
  },
};
