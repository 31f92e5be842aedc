// Somebody works on a note while the facilitator takes it away: the words stay, wherever they were typed.

import { readBoard } from '@ruimte/shared/projection/board';
import { removeNotes } from '@ruimte/shared/schema/edits/notes';
import type * as Y from 'yjs';
import { prepareMeetup, type TestMeetup } from '../support/meetup.ts';
import { openStandard } from '../support/standard-client.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import { BoardPage } from './pages/board-page.ts';
import { JoinForm } from './pages/join-form.ts';
import { PhonePage } from './pages/phone-page.ts';
import { expect, test, type Visitor } from './test.ts';
import { OUTAGE } from './watch-page.ts';

const SPOT = { x: 0.25, y: 0.75 };
const REASON = 'Je bewerking is van een kaartje dat intussen is weggehaald.';

type Defer = (clean: () => Promise<void> | void) => void;

async function openLeader(server: TestServer, meetup: TestMeetup, defer: Defer): Promise<Y.Doc> {
  const { doc, synced } = await openStandard(server, meetup.facilitator, { defer });
  await synced();
  return doc;
}
const textsOf = (doc: Y.Doc): string[] => [...readBoard(doc).notes.values()].map(({ text }) => text).sort();
/** The facilitator removes the note with these words. */
async function remove(doc: Y.Doc, text: string): Promise<void> {
  await expect.poll(() => textsOf(doc)).toContain(text);
  const note = [...readBoard(doc).notes.values()].find((each) => each.text === text);
  if (note !== undefined) removeNotes(doc, [note.id], 'user');
}
async function join({ page }: Visitor, meetup: TestMeetup, name: string): Promise<void> {
  await page.goto(meetup.detail.links.participant);
  await new JoinForm(page).joinAs(name, 'Klinkerdijk');
}
const kept = ({ page }: Visitor) => page.getByRole('region', { name: 'Nog niet verstuurd' });

test('[F12] words typed on the canvas and in the list stay when their note is removed, and are laid again', async ({
  defer,
  visit,
}) => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const leader = await openLeader(server, meetup, defer);
  const noor = await visit('laptop', server.url);
  await join(noor, meetup, 'Noor');
  const board = new BoardPage(noor.page);
  await board.ready();

  await board.write('op het doek', 'de plek', SPOT);
  await remove(leader, 'op het doek');
  await expect(kept(noor)).toContainText(REASON);
  await expect(board.canvas.getByText('Dit kaartje is intussen weggehaald.')).toBeVisible();
  await board.editor.pressSequentially(' nog meer');
  await board.layDown();
  await expect(kept(noor)).toContainText('op het doek nog meer');
  await kept(noor).getByRole('button', { name: 'Leg opnieuw neer' }).click();
  await expect(kept(noor)).toHaveCount(0);
  await expect.poll(() => textsOf(leader)).toEqual(['op het doek nog meer']);

  await board.showList();
  const row = board.note('op het doek nog meer', 'de plek');
  await row.getByRole('button').first().click();
  await row.getByRole('button', { name: 'Bewerk' }).click();
  await row.getByRole('textbox').fill('in de lijst');
  await remove(leader, 'in de lijst');
  await expect(kept(noor)).toContainText('in de lijst');
  await kept(noor).getByRole('button', { name: 'Kopieer' }).click();
  await expect(noor.page.getByText('Gekopieerd.')).toBeAttached();
  await kept(noor).getByRole('button', { name: 'Gooi weg' }).click();
  await expect(kept(noor)).toHaveCount(0);
  expect(textsOf(leader)).toEqual([]);
});

test('[F12] words typed on a phone, with and without a network, stay when their note is removed', async ({
  defer,
  visit,
}) => {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server);
  const leader = await openLeader(server, meetup, defer);
  const zoe = await visit('phone', server.url);
  await join(zoe, meetup, 'Zoë');
  const phone = new PhonePage(zoe.page);
  const edit = async (text: string, into: string): Promise<void> => {
    const note = phone.ownNote(text);
    await note.getByRole('button', { name: 'Meer met kaartje' }).click();
    await note.getByRole('button', { name: 'Bewerk' }).click();
    await zoe.page.getByRole('textbox', { name: 'De tekst van dit kaartje' }).fill(into);
  };
  await phone.lay('eerste', 'de plek');
  await phone.lay('tweede', 'de plek');
  await expect(phone.ownNote('tweede')).toContainText('opgeslagen');

  await edit('eerste', 'eerste en meer');
  await remove(leader, 'eerste en meer');
  await expect(kept(zoe)).toContainText('eerste en meer');
  await expect(kept(zoe)).toContainText(REASON);

  zoe.expectErrors(OUTAGE);
  await zoe.setOffline(true);
  await expect(zoe.page.getByText('Geen verbinding.')).toBeVisible();
  await edit('tweede', 'tweede en verder');
  await zoe.page.getByRole('button', { name: 'Klaar', exact: true }).click();
  await remove(leader, 'tweede');
  await zoe.setOffline(false);
  await expect(kept(zoe).getByRole('listitem')).toHaveCount(2);
  await expect(kept(zoe)).toContainText('tweede en verder');
  await zoe.page.reload();
  await expect(kept(zoe).getByRole('listitem')).toHaveCount(2);
  await kept(zoe)
    .getByRole('listitem')
    .filter({ hasText: 'tweede en verder' })
    .getByRole('button', { name: 'Leg opnieuw neer' })
    .click();
  await expect(phone.ownNote('tweede en verder')).toContainText('opgeslagen');
  await expect(kept(zoe).getByRole('listitem')).toHaveCount(1);
});
