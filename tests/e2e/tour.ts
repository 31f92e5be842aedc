/** A walk past every page of the product, each in the states people meet it in. One server, one meet-up. */
import type { NoteId, ZoneId } from '@ruimte/shared/ids';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { startServer } from '../support/start-server.ts';
import { BoardPage } from './pages/board-page.ts';
import { ArchivePage } from './pages/archive-page.ts';
import { HomePage } from './pages/home-page.ts';
import { JoinForm } from './pages/join-form.ts';
import { LeadPanel } from './pages/lead-panel.ts';
import { PhonePage } from './pages/phone-page.ts';
import { expect, type DeviceName, type Visitor } from './test.ts';
import { REFUSED } from './watch-page.ts';

type Visit = (device: DeviceName, base: string, options?: BrowserContextOptions) => Promise<Visitor>;
type Defer = (clean: () => Promise<void> | void) => void;

export type StopKind = 'form' | 'phone' | 'board' | 'list' | 'wall' | 'archive' | 'text';

export interface Stop {
  readonly name: string;
  readonly kind: StopKind;
  readonly page: Page;
}

/** Pages do not move while they are looked at. */
const STILL = { reducedMotion: 'reduce' } as const;
/** The same page on a screen of any width: the small side of the screen decides that it is a phone. */
const PHONE = {
  ...STILL,
  viewport: { width: 390, height: 844 },
  screen: { width: 390, height: 844 },
} as const;
const TEXTS = ['gekke bekken trekken en dan samen stil worden voor het applaus', 'ليلى zingt', 'koffie'];

/** @param at - called at every stop, with the page as it stands there. */
export async function takeTour(
  { defer, visit }: { readonly defer: Defer; readonly visit: Visit },
  at: (stop: Stop) => Promise<void>,
): Promise<void> {
  const server = await startServer({ defer });
  const meetup = await prepareMeetup(server, { status: 'prepared', round: null });
  const { links } = meetup.detail;

  const nobody = await visit('laptop', server.url, STILL);
  const stopAt = (page: Page, kind: StopKind, name: string) => at({ page, kind, name });
  await nobody.page.goto('/');
  await nobody.page.getByLabel('Ik heb een code').waitFor();
  await stopAt(nobody.page, 'form', 'home, signed out');
  await nobody.page.goto('/sign-in');
  await nobody.page.getByRole('heading', { level: 1 }).waitFor();
  await stopAt(nobody.page, 'form', 'signing in');
  await nobody.page.goto('/help');
  await nobody.page.getByRole('heading', { level: 1 }).waitFor();
  await stopAt(nobody.page, 'text', 'help');
  await nobody.page.goto('/nergens');
  await nobody.page.getByRole('heading', { level: 1 }).waitFor();
  await stopAt(nobody.page, 'text', 'not found');
  nobody.expectErrors(REFUSED);
  await new HomePage(nobody.page).typeCode('KLEI 0000');
  await nobody.page.getByText('Deze code kennen we niet.').waitFor();
  await stopAt(nobody.page, 'form', 'home, unknown code');

  const organiser = await visit('laptop', server.url, STILL);
  await new HomePage(organiser.page).signIn(await server.signInLink());
  await organiser.page.getByRole('radio', { name: 'Vrij associëren' }).waitFor();
  await stopAt(organiser.page, 'form', 'home, signed in');
  await organiser.page.goto('/prepare');
  await organiser.page.getByRole('tab', { name: 'Evalueren' }).click();
  await organiser.page.getByRole('radio', { name: 'Evalueren' }).check();
  await organiser.page.getByRole('checkbox', { name: 'Toen naast nu' }).uncheck();
  await organiser.page.getByLabel('Terugkijken op').waitFor();
  await organiser.page.getByLabel('Nieuwe leergemeenschap').fill('Een leergemeenschap');
  await organiser.page.getByRole('button', { name: 'Voeg toe' }).click();
  await stopAt(organiser.page, 'form', 'preparing');
  await organiser.page.goto(`/links/${meetup.detail.id}`);
  await organiser.page.getByLabel('Link voor deelnemers', { exact: true }).waitFor();
  await stopAt(organiser.page, 'form', 'links');
  await organiser.page.goto('/archive');
  await organiser.page.getByText('Nog geen momentopnamen.').waitFor();
  await stopAt(organiser.page, 'archive', 'archive, empty');

  const [lead, hall] = [await visit('laptop', server.url, STILL), await visit('wall', server.url, STILL)];
  await lead.page.goto(links.facilitator);
  await lead.page.getByLabel('Naam of bijnaam').waitFor();
  await stopAt(lead.page, 'form', 'door of a facilitator');
  await new JoinForm(lead.page).enterAsFacilitator('Marleen');
  const board = new BoardPage(lead.page);
  await board.ready();
  await stopAt(lead.page, 'board', 'board of a facilitator, prepared');
  await meetup.command({ type: 'open' });
  await hall.page.goto(links.wall);
  await hall.page.getByText(meetup.detail.code).waitFor();
  await stopAt(hall.page, 'wall', 'wall, welcome');

  const noor = await visit('phone', server.url, PHONE);
  await noor.page.goto(links.participant);
  await noor.page.getByLabel('Naam of bijnaam').waitFor();
  await stopAt(noor.page, 'form', 'door of a participant');
  await noor.page.getByRole('button', { name: 'Doe mee' }).click();
  await stopAt(noor.page, 'form', 'door of a participant, with errors');
  await new JoinForm(noor.page).joinAs('Noor', 'Klinkerdijk');
  const phone = new PhonePage(noor.page);
  await noor.page.getByRole('button', { name: 'Schrijven', exact: true }).waitFor();
  await stopAt(noor.page, 'phone', 'phone, waiting');
  await meetup.goTo('rondgang');
  await phone.field.waitFor();
  await stopAt(noor.page, 'phone', 'phone, writing');
  await stopAt(lead.page, 'board', 'board of a facilitator, empty');

  const bo = await visit('laptop', server.url, STILL);
  await bo.page.goto(links.participant);
  await new JoinForm(bo.page).joinAs('Bo', 'De Blauwe Trap');
  const participant = new BoardPage(bo.page);
  await participant.ready();
  await stopAt(bo.page, 'board', 'board of a participant, empty');

  for (const text of TEXTS) await phone.lay(text, 'de plek');
  await expect(phone.ownNote('koffie')).toContainText('opgeslagen');
  await phone.write('een half kaartje', 'de twijfel');
  await stopAt(noor.page, 'phone', 'phone, with own notes');
  await phone.ownNote('koffie').getByRole('button', { name: 'Meer met kaartje' }).click();
  await phone.ownNote('koffie').getByRole('button', { name: 'Verplaats' }).click();
  await phone.openMenu();
  await stopAt(noor.page, 'phone', 'phone, moving a note, menu open');
  await phone.look('de plek');
  await stopAt(noor.page, 'phone', 'phone, board');
  await stopAt(hall.page, 'wall', 'wall, round');
  await meetup.command({ type: 'spotlight', on: { zone: 'plek' as ZoneId } });
  await lead.page.getByRole('complementary', { name: 'Regie' }).waitFor();
  await stopAt(hall.page, 'wall', 'wall, spotlight');
  await stopAt(bo.page, 'board', 'board of a participant, spotlight elsewhere');
  await meetup.command({ type: 'spotlight', on: null });

  const sami = openPerson(await meetup.join('Sami'), { url: server.url, defer });
  await sami.ready();
  const ids: NoteId[] = ['een', 'twee', 'drie'].map((word) => sami.lay(`${word}, en weer weg`));
  await sami.saved();
  sami.model.actions.removeNotes(ids);
  await stopAt(bo.page, 'board', 'board of a participant, with notes');
  const bin = await new LeadPanel(lead.page).openBin();
  await bin.getByRole('heading', { name: /^Sami haalde 3 kaartjes weg/ }).waitFor();
  await stopAt(lead.page, 'board', 'board of a facilitator, with notes and the bin');
  const panel = new LeadPanel(lead.page);
  const tables = await panel.unfold('Tafels');
  await tables.getByRole('button', { name: 'Loot', exact: true }).click();
  await tables.getByText('Tafel 1', { exact: true }).first().waitFor();
  const spaces = await panel.unfold('Ruimtes');
  await spaces.getByRole('button', { name: 'de plek' }).click();
  await spaces.getByLabel('Welke ruimte ontbreekt?').fill('de stilte');
  await stopAt(lead.page, 'board', 'board of a facilitator, with tables and spaces');
  await board.showList();
  await board.note('koffie', 'de plek').getByRole('button').first().click();
  await stopAt(lead.page, 'list', 'list, a note open');
  await participant.showList();
  await participant.space('de plek').getByRole('button', { name: 'Leg een kaartje in de plek' }).click();
  await stopAt(bo.page, 'list', 'list, writing');
  await bo.page.getByRole('button', { name: 'Toetsen' }).click();
  await bo.page.getByRole('dialog').waitFor();
  await stopAt(bo.page, 'board', 'dialog of keys');
  await lead.page.setViewportSize({ width: 1280, height: 800 });
  await lead.page.getByRole('button', { name: 'Sluit af…' }).click();
  await lead.page.getByRole('dialog').waitFor();
  await stopAt(lead.page, 'board', 'dialog of closing');

  await meetup.command({ type: 'blank', blank: true });
  await expect(hall.page.locator('.wall')).toHaveAttribute('data-state', 'blank');
  await stopAt(hall.page, 'wall', 'wall, blank');
  await meetup.command({ type: 'blank', blank: false });
  await meetup.command({ type: 'close' });
  await hall.page.getByRole('heading', { name: 'De bijeenkomst is afgesloten' }).waitFor();
  await stopAt(hall.page, 'wall', 'wall, closed');
  await stopAt(lead.page, 'board', 'board of a facilitator, closed');
  await stopAt(noor.page, 'phone', 'phone, closed');
  await nobody.page.goto(links.participant);
  await nobody.page.getByText('Het bord staat in het archief.').waitFor();
  await stopAt(nobody.page, 'text', 'door of a closed meet-up');
  await organiser.page.goto('/archive');
  await organiser.page.getByRole('link', { name: 'Kick-off' }).waitFor();
  await stopAt(organiser.page, 'archive', 'archive, list');
  await new ArchivePage(organiser.page).open('Kick-off');
  await stopAt(organiser.page, 'archive', 'archive, a snapshot');
}
