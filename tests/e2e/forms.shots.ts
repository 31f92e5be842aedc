// Every working form walked through on laptop, wall and phone, with a picture of each round: `npm run screenshots -- forms`.
// FORMS chooses some, by id and with commas.

import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { MeetupModel } from '@ruimte/client/model/meetup-model';
import { FORMATS } from '@ruimte/shared/content/formats';
import { placeOf } from '@ruimte/shared/projection/scale';
import { Random } from '../support/random.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { waitFor } from '../support/wait-for.ts';
import { BoardPage } from './pages/board-page.ts';
import { JoinForm } from './pages/join-form.ts';
import { expect, test } from './test.ts';
import sampleFile from '../samples/kick-off.json' with { type: 'json' };

const FOLDER = fileURLToPath(new URL('../../test-results/forms/', import.meta.url));
const WORDS = sampleFile.notes.map(({ text }) => text);
const PEOPLE = 8;
const chosen = process.env['FORMS']?.split(',');
/** What never stands still while a round runs. */
const TIME = `
  :is(.session-bar, .turn-notice, [role="timer"]) { visibility: hidden !important; }
  :is(.ink-line, .time-line, .wall-line, .wall-turn) { display: none !important; }`;

/** Lays rules over those of the page, which itself takes none from outside; none takes them away again. */
function wear(page: Page, rules: string): Promise<void> {
  return page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, rules);
}

/** Waits until nothing comes, turns or flies any more: two looks at the page show the same. */
async function standsStill(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await wear(page, TIME);
  let before: Buffer | undefined;
  await expect
    .poll(
      async () => {
        const now = await page.screenshot();
        const same = before?.equals(now) === true;
        before = now;
        return same;
      },
      { message: 'the page stands still', intervals: [250] },
    )
    .toBe(true);
  await wear(page, '');
}

async function shoot(pages: Readonly<Record<string, Page>>, name: string): Promise<void> {
  for (const [device, page] of Object.entries(pages)) {
    await standsStill(page);
    await page.screenshot({ path: `${FOLDER}${name}-${device}.png` });
  }
}

/** Whether dots and ratings are taken: taking away what is not there changes nothing. */
function canMark({ actions, board, marking }: MeetupModel): boolean {
  const [note] = board.get().notes.keys();
  const [zone] = board.part('zones');
  if (marking.get()?.dots !== undefined) return note === undefined || actions.setDots(note, 0);
  return zone !== undefined && actions.rate(zone.id, 0);
}

/** What somebody does in this round: writes, gives dots, rates. */
function takePart({ model, lay }: Person, random: Random): void {
  const zones = model.board.part('zones');
  const { round } = model.stage.get();
  const focus = model.session.meetup.rounds.find(({ id }) => id === round)?.focus;
  const zone =
    zones.find(({ id }) => id === focus) ?? random.pick(zones.filter(({ kind }) => kind !== 'empty'));
  if (model.noWriting.get() === undefined && zone !== undefined) {
    const rect = model.board.rects.get().get(zone.id);
    const text = random.pick(WORDS) ?? '';
    if (rect !== undefined && (zone.kind === 'scale' || zone.kind === 'quadrant')) {
      const value = { x: random.below(100) / 100, y: random.below(100) / 100 };
      model.actions.addNote({ zone: zone.id, text, at: placeOf(zone, rect, value) });
    } else lay(text, zone.id);
  }
  const marking = model.marking.get();
  if (marking?.dots !== undefined) {
    for (let dot = 0; dot < marking.dots.count; dot += 1) {
      const note = random.pick([...model.board.get().notes.keys()]);
      if (note !== undefined) model.actions.setDots(note, (model.ownMarks.get().votes.get(note) ?? 0) + 1);
    }
  }
  if (marking?.ratings === true) {
    for (const each of zones.filter(({ kind }) => kind === 'rating'))
      model.actions.rate(each.id, 1 + random.below(5));
  }
}

for (const [id, form] of FORMATS) {
  if (chosen !== undefined && !chosen.includes(id)) continue;
  test(`${id}, every round`, async ({ defer, visit }) => {
    const random = new Random(7);
    const server = await startServer({ defer });
    const meetup = await prepareMeetup(server, { format: id, round: null });
    const people: Person[] = [];
    for (let index = 0; index < PEOPLE; index += 1) {
      const community = meetup.detail.communities[index % 3]?.id ?? '';
      const person = openPerson(await meetup.join(`Mens ${index}`, { community }), {
        url: server.url,
        defer,
      });
      await person.ready();
      people.push(person);
    }
    const [lead, wall, phone] = [
      await visit('facilitator', server.url),
      await visit('wall', server.url),
      await visit('phone', server.url),
    ];
    await wall.page.goto(meetup.detail.links.wall);
    await lead.page.goto(meetup.detail.links.facilitator);
    await new JoinForm(lead.page).enterAsFacilitator('Marleen');
    await new BoardPage(lead.page).ready();
    await phone.page.goto(meetup.detail.links.participant);
    await new JoinForm(phone.page).joinAs('Iris', 'Klinkerdijk');
    const pages = { lead: lead.page, wall: wall.page, phone: phone.page };
    for (const [index, round] of form.rounds.entries()) {
      await meetup.goTo(round.id);
      await expect(phone.page.getByRole('heading', { level: 1 })).toHaveText(round.instruction.nl);
      await waitFor('the round', () => people.every(({ model }) => model.stage.get().round === round.id));
      // Dots and ratings can be given once the own desk is there.
      const marks = round.vote !== undefined || round.rate === true;
      if (marks) await waitFor('the desks', () => people.every(({ model }) => canMark(model)));
      for (const person of people) for (let time = 0; time < 2; time += 1) takePart(person, random);
      await waitFor('all to be saved', () =>
        people.every(({ model }) => model.unsent.get().length === 0 && model.ownMarks.get().saved),
      );
      await lead.page.getByRole('button', { name: 'Heel het bord' }).click();
      await shoot(pages, `${id}-${index + 1}-${round.id}`);
      if (marks) {
        await meetup.command({ type: 'count' });
        await waitFor('the counting', () => people.every(({ model }) => model.stage.get().counted));
        await shoot(pages, `${id}-${index + 1}-${round.id}-counted`);
      }
    }
  });
}
