// Two people with their hands on one board: one at a page, the other a device without a screen.

import { createArranging } from '@ruimte/client/model/arranging';
import { PALETTES, paperOf } from '@ruimte/shared/drawing/palette';
import type { NoteId } from '@ruimte/shared/ids';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson, type Person } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { Fingers } from './fingers.ts';
import { BoardPage, type Place } from './pages/board-page.ts';
import { JoinForm } from './pages/join-form.ts';
import { expect, test, type Visitor } from './test.ts';

type Story = Parameters<Parameters<typeof test>[2]>[0];

/** Noor has laid notes in de plek; Tom sees them on his laptop. */
async function begin(
  { defer, visit }: Pick<Story, 'defer' | 'visit'>,
  texts: readonly string[],
  touch = false,
) {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
  await noor.ready();
  const notes = texts.map((text) => noor.lay(text));
  const tom = await visit('laptop', server.url, { hasTouch: touch });
  await tom.page.goto(meetup.detail.links.participant);
  await new JoinForm(tom.page).joinAs('Tom', 'Klinkerdijk');
  const board = new BoardPage(tom.page);
  await board.ready();
  for (const text of texts) await expect(board.note(text, 'de plek')).toBeAttached();
  return { noor, notes, tom, board, arranging: createArranging(noor.model) };
}
/** The middle of a note on the board. */
function middle(noor: Person, id: NoteId | undefined): Place {
  const note = id === undefined ? undefined : noor.model.board.get().notes.get(id);
  const zone = note && noor.model.board.rects.get().get(note.zone);
  if (note === undefined || zone === undefined) throw new Error('the note is not on the board');
  return { x: zone.x + note.x + 112, y: zone.y + note.y + 76 };
}
const by = ({ x, y }: Place, dx: number, dy: number): Place => ({ x: x + dx, y: y + dy });
/** The distance from de plek to de toekomst: two spaces to the right and one up. */
const TO_THE_FUTURE = [1560, -600] as const;
const selected = ({ page }: Visitor, notes: number) =>
  page.getByRole('toolbar', { name: notes === 1 ? /kaartje/ : `Wat je met ${notes} kaartjes kunt doen` });
const INK = PALETTES.light.softInk;

test('[H1] a group is carried to another space by a note and by its name, and comes back with one undo', async ({
  defer,
  visit,
}) => {
  const { noor, notes, tom, board, arranging } = await begin({ defer, visit }, ['gang', 'plein', 'tuin']);
  const [gang, plein] = notes;
  arranging.group(notes.slice(0, 2), 'buiten');
  await expect.poll(() => arranging.groups().size).toBe(1);
  const start = middle(noor, gang);
  const name = by(start, -80, -76 - 20);
  await expect.poll(() => board.countInk(name, 30, INK)).toBeGreaterThan(0);

  await board.carry(start, by(start, ...TO_THE_FUTURE));

  for (const text of ['gang', 'plein']) await expect(board.note(text, 'de toekomst')).toBeAttached();
  await expect(board.note('tuin', 'de plek')).toBeAttached();
  await expect
    .poll(() => [...arranging.groups().values()].map(({ notes: held }) => held.length))
    .toEqual([2]);
  expect(arranging.groupOf(plein as NoteId)?.group.zone).toBe(arranging.groupOf(gang as NoteId)?.group.zone);
  await board.canvas.press('Control+z');
  for (const text of ['gang', 'plein']) await expect(board.note(text, 'de plek')).toBeAttached();
  await expect.poll(() => middle(noor, gang)).toEqual(start);

  // The keys move it as one too.
  const other = middle(noor, plein);
  await board.canvas.press('4');
  await board.canvas.press('ArrowDown');
  await board.canvas.press('Shift+ArrowDown');
  await expect.poll(() => middle(noor, gang)).toEqual(by(start, 0, 8));
  await expect.poll(() => middle(noor, plein)).toEqual(by(other, 0, 8));
  await board.canvas.press('Control+z');
  await expect.poll(() => middle(noor, gang)).toEqual(start);

  await board.carry(name, by(name, ...TO_THE_FUTURE));
  for (const text of ['gang', 'plein']) await expect(board.note(text, 'de toekomst')).toBeAttached();
  await expect(selected(tom, 2)).toBeVisible();
});

test('[H2] a note that is carried with Alt goes without its group', async ({ defer, visit }) => {
  const { noor, notes, tom, board, arranging } = await begin({ defer, visit }, ['gang', 'plein', 'tuin']);
  arranging.group(notes, 'buiten');
  await expect.poll(() => arranging.groups().size).toBe(1);
  const start = middle(noor, notes[1]);
  await expect.poll(() => board.countInk(by(middle(noor, notes[0]), -80, -96), 30, INK)).toBeGreaterThan(0);

  await tom.page.keyboard.down('Alt');
  await board.carry(start, by(start, ...TO_THE_FUTURE));
  await tom.page.keyboard.up('Alt');

  await expect(board.note('plein', 'de toekomst')).toBeAttached();
  await expect(board.note('gang', 'de plek')).toBeAttached();
  await expect
    .poll(() => arranging.groupOf(notes[0] as NoteId)?.notes.map(({ text }) => text))
    .toEqual(['gang', 'tuin']);
  await board.canvas.press('Control+z');
  await expect.poll(() => arranging.groupOf(notes[0] as NoteId)?.notes.length).toBe(3);
});

test('[H3] a lasso selects what it touches, and Escape gives back what was selected', async ({
  defer,
  visit,
}) => {
  const { noor, notes, tom, board } = await begin({ defer, visit }, ['gang', 'plein', 'tuin']);
  const [first, second] = [middle(noor, notes[0]), middle(noor, notes[1])];
  const ground = by(first, -60, 260);

  await tom.page.keyboard.down('Shift');
  await board.press(ground, second);
  await expect(board.canvas).toHaveAttribute('data-gesture', 'lassoing');
  await tom.page.mouse.up();
  await tom.page.keyboard.up('Shift');
  await expect(selected(tom, 2)).toBeVisible();

  await tom.page.keyboard.down('Shift');
  await board.press(ground, middle(noor, notes[2]));
  await tom.page.keyboard.press('Escape');
  await tom.page.mouse.up();
  await tom.page.keyboard.up('Shift');
  await expect(selected(tom, 2)).toBeVisible();
});

test('[H3] [H5] a finger that rests draws a lasso from the ground, and opens the menu of a note', async ({
  defer,
  visit,
}) => {
  const { noor, notes, tom, board } = await begin({ defer, visit }, ['gang', 'plein', 'tuin'], true);
  const finger = await Fingers.on(tom.page);
  const menu = tom.page.getByRole('menu');

  await finger.press(await board.at(by(middle(noor, notes[0]), -60, 260)));
  await expect(board.canvas).toHaveAttribute('data-gesture', 'lassoing');
  await finger.moveTo(await board.at(middle(noor, notes[1])));
  await finger.lift();
  await expect(selected(tom, 2)).toBeVisible();
  await expect(menu).toHaveCount(0);

  await finger.press(await board.at(middle(noor, notes[2])));
  await expect(menu).toBeVisible();
  await finger.lift();
  await expect(menu).toBeVisible();
});

test('[H4] what is carried to the edge takes the board along', async ({ defer, visit }) => {
  const { noor, notes, tom, board } = await begin({ defer, visit }, ['gang']);
  const box = await board.canvas.boundingBox();
  if (box === null) throw new Error('the canvas is not on screen');
  const start = middle(noor, notes[0]);
  const carried = (): number => noor.model.others.get().find(({ drag }) => drag !== undefined)?.drag?.dx ?? 0;

  await board.press(start);
  const y = box.y + box.height / 2;
  await tom.page.mouse.move(box.x + box.width - 2, y, { steps: 6 });
  // No place of the whole board is so far from the note as the hand gets now.
  await expect.poll(carried).toBeGreaterThan(2600);
  await tom.page.mouse.move(box.x + box.width - 200, y, { steps: 3 });
  await tom.page.keyboard.press('Escape');
  await expect.poll(() => noor.model.others.get().some(({ drag }) => drag !== undefined)).toBe(false);
  await tom.page.mouse.up();
  expect(middle(noor, notes[0])).toEqual(start);
});

test('[H5] a right click and the menu key open the menu of a note', async ({ defer, visit }) => {
  const { noor, notes, tom, board } = await begin({ defer, visit }, ['gang', 'plein']);
  const menu = tom.page.getByRole('menu');
  const at = await board.at(middle(noor, notes[1]));

  await tom.page.mouse.click(at.x, at.y, { button: 'right' });
  await expect(menu).toBeVisible();
  await tom.page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(selected(tom, 1)).toBeVisible();
  await board.canvas.press('Shift+F10');
  await expect(menu).toBeVisible();
});

test('[H6] a line that somebody draws is seen by others, and follows its notes', async ({ defer, visit }) => {
  const { noor, notes, board, arranging } = await begin({ defer, visit }, ['gang', 'plein', 'tuin']);
  const [gang, , tuin] = notes;
  // Under the notes, where a line between the first and the last goes around the one between.
  const around = by(middle(noor, notes[1]), 0, 76 + 30);
  expect(await board.countInk(around, 40, INK)).toBe(0);

  arranging.link(gang as NoteId, tuin as NoteId);
  await expect.poll(() => board.countInk(around, 40, INK)).toBeGreaterThan(5);
  noor.model.actions.removeNotes([tuin as NoteId]);
  await expect.poll(() => board.countInk(around, 40, INK)).toBe(0);
});

test('[H7] what somebody else has selected is outlined, with their name, until they let it go', async ({
  defer,
  visit,
}) => {
  const { noor, notes, board } = await begin({ defer, visit }, ['gang', 'plein']);
  const [gang] = notes;
  const tag = by(middle(noor, gang), -60, -76 - 30);
  const { fill } = paperOf(1);
  expect(await board.countInk(tag, 20, fill)).toBe(0);

  noor.model.setPresence({ selected: [gang as NoteId] });
  await expect.poll(() => board.countInk(tag, 20, fill)).toBeGreaterThan(0);
  noor.model.setPresence({ selected: undefined });
  await expect.poll(() => board.countInk(tag, 20, fill)).toBe(0);
});

test('[H8] a shortened text is read whole by pointing at it, and Escape takes that away', async ({
  defer,
  visit,
}) => {
  const long = `${'een lange gang vol kinderen die spelen '.repeat(3)}en rennen`.slice(0, 120);
  const { noor, notes, tom, board } = await begin({ defer, visit }, [long, 'kort']);
  const tip = tom.page.locator('.board-tip');
  const [first, second] = [await board.at(middle(noor, notes[0])), await board.at(middle(noor, notes[1]))];

  await tom.page.mouse.move(first.x, first.y);
  await expect(tip).toHaveText(long);
  await expect(tip).toBeVisible();
  await tip.hover();
  await expect(tip).toBeVisible();
  await tom.page.keyboard.press('Escape');
  await expect(tip).toBeHidden();
  await tom.page.mouse.move(second.x, second.y);
  await tom.page.mouse.move(first.x, first.y);
  await expect(tip).toBeVisible();
  await tom.page.mouse.move(second.x, second.y + 200);
  await expect(tip).toBeHidden();
});
