// The whole of a meet-up, from preparing to the archive, with five people behind five screens.

import { startServerProcess } from '../support/server-process.ts';
import { ArchivePage } from './pages/archive-page.ts';
import { BoardPage } from './pages/board-page.ts';
import { HomePage } from './pages/home-page.ts';
import { JoinForm } from './pages/join-form.ts';
import { LeadPanel } from './pages/lead-panel.ts';
import { PhonePage } from './pages/phone-page.ts';
import { LinksPage, PrepareForm } from './pages/prepare-form.ts';
import { WallPage } from './pages/wall-page.ts';
import { expect, test } from './test.ts';
import { OUTAGE } from './watch-page.ts';

const COMMUNITIES = ['Atelier Oost', 'De Tuinfluiter', 'Kade & Klas', 'Klankbord', 'Rafelrand', 'Veldwerk'];
const TITLE = 'Najaarsdag Kunst in de klas';
const WELCOME = 'Welkom. Je ziet negen woorden';
const GOING_ROUND = 'Wat komt er bij je op?';
const LOCKED = 'Het bord is op slot. Je kunt nog wel kijken.';
const CLOSED = 'De bijeenkomst is afgesloten. Het bord staat in het archief.';
/** A note on the wall is hundreds of pixels of paper. */
const A_NOTE = 400;
const LOW = { x: 0.25, y: 0.75 };
const LOW_RIGHT = { x: 0.75, y: 0.75 };

for (const { where, host, secure } of [
  { where: 'on this computer', host: '127.0.0.1', secure: true },
  { where: 'over plain http on a name of the local network', host: 'zaal.test', secure: false },
]) {
  test(`a meet-up is held from preparing to the archive, ${where}`, async ({ defer, visit }) => {
    const server = await startServerProcess({ defer, env: { ALLOWED_HOSTS: 'zaal.test' } });
    const base = `http://${host}:${server.port}`;

    const iris = await visit('facilitator', base);
    await new HomePage(iris.page).signIn(await server.signInLink());
    expect(await iris.page.evaluate(() => window.isSecureContext)).toBe(secure);
    const prepare = new PrepareForm(iris.page);
    await prepare.fillIn({
      format: 'Vrij associëren',
      title: TITLE,
      date: '2026-11-14',
      communities: COMMUNITIES,
    });
    await prepare.prepare();
    const links = new LinksPage(iris.page);
    const [forParticipants, forFacilitators, forWall, code] = [
      await links.readLink('deelnemers'),
      await links.readLink('begeleiders'),
      await links.readLink('het scherm'),
      await links.readCode(),
    ];

    // Trying: everything works, and opening empties the board.
    await links.tryOut();
    const [board, lead] = [new BoardPage(iris.page), new LeadPanel(iris.page)];
    await board.ready();
    await board.layByDoubleClick('even proberen', 'de plek', LOW);
    await expect(board.note('even proberen', 'de plek')).toBeVisible();
    await lead.open();
    await expect(board.space('de plek').getByRole('listitem')).toHaveCount(0);

    // Everybody comes in: the wall and two laptops by link, the phone by code.
    const hall = await visit('wall', base);
    await hall.page.goto(forWall);
    const wall = new WallPage(hall.page);
    await expect(hall.page.getByText(code)).toBeVisible();
    const [bo, mees] = [await visit('laptop', base), await visit('laptop', base)];
    for (const [person, name, community] of [
      [bo, 'Bo', 'Kade & Klas'],
      [mees, 'Mees', 'Veldwerk'],
    ] as const) {
      await person.page.goto(forParticipants);
      await new JoinForm(person.page).joinAs(name, community);
    }
    const [laptop, other] = [new BoardPage(bo.page), new BoardPage(mees.page)];
    const zoe = await visit('phone', base);
    await new HomePage(zoe.page).typeCode(code.toLowerCase());
    await new JoinForm(zoe.page).joinAs('Zoë', 'Atelier Oost');
    const phone = new PhonePage(zoe.page);
    const everywhere = async (question: string): Promise<void> => {
      for (const { page } of [hall, bo, mees, zoe]) {
        await expect(page.getByText(question).first()).toBeVisible();
      }
      await expect(iris.page.getByRole('complementary', { name: 'Regie' })).toContainText(question);
    };
    await laptop.ready();
    await other.ready();

    // The first round is to look, the second to write.
    await lead.begin();
    await everywhere(WELCOME);
    await expect(laptop.addButton).toBeDisabled();
    await lead.nextRound();
    await everywhere(GOING_ROUND);
    expect(await wall.countPaper('het kind', 3)).toBe(0);
    await laptop.layByDoubleClick('op blote voeten', 'het kind', LOW);
    await other.layByKeys('een lekkende kraan', 'de plek');
    await phone.lay('gekke bekken', 'het kind');
    await phone.lay('stilte voor het applaus', 'de kunsten');
    await expect(zoe.page.getByText('Ligt in de kunsten. Opgeslagen.')).toBeVisible();

    // They are seen everywhere, and moved.
    for (const screen of [board, laptop, other]) {
      await expect(screen.note('op blote voeten', 'het kind')).toBeVisible();
      await expect(screen.note('een lekkende kraan', 'de plek')).toBeVisible();
      await expect(screen.note('gekke bekken', 'het kind')).toBeVisible();
      await expect(screen.note('stilte voor het applaus', 'de kunsten')).toBeVisible();
    }
    await expect.poll(() => phone.read('de plek')).toEqual(['een lekkende kraan']);
    await expect.poll(() => wall.countPaper('het kind', 3)).toBeGreaterThan(A_NOTE);
    expect(await wall.countPaper('de dynamiek', 3)).toBe(0);
    await laptop.drag('het kind', LOW, 'de dynamiek', LOW_RIGHT);
    await phone.move('stilte voor het applaus', 'de lege ruimte');
    for (const screen of [board, laptop, other]) {
      await expect(screen.note('op blote voeten', 'de dynamiek')).toBeVisible();
      await expect(screen.note('op blote voeten', 'het kind')).toHaveCount(0);
      await expect(screen.note('stilte voor het applaus', 'de lege ruimte')).toBeVisible();
    }
    await expect.poll(() => phone.read('de dynamiek')).toEqual(['op blote voeten']);
    await expect.poll(() => wall.countPaper('de dynamiek', 3)).toBeGreaterThan(A_NOTE);
    await expect.poll(() => wall.countPaper('het kind', 3)).toBe(0);

    // Locked means locked, and costs nobody what they were typing.
    await phone.write('wat als niemand', 'de twijfel');
    await other.write('durven', 'het experiment', LOW);
    await lead.lock();
    await expect(zoe.page.getByText(`${LOCKED} Je tekst blijft hier staan.`)).toBeVisible();
    await expect(phone.sendButton).toBeDisabled();
    await expect(phone.field).toHaveValue('wat als niemand');
    await phone.field.fill('wat als niemand komt');
    await expect(laptop.addButton).toBeDisabled();
    await laptop.canvas.press('n');
    await expect(laptop.editor).toHaveCount(0);
    await other.editor.pressSequentially(' te vallen');
    await expect(other.canvas.getByText(LOCKED)).toBeVisible();
    await other.editor.press('Enter');
    await expect(other.editor).toHaveValue('durven te vallen');
    await lead.unlock();
    await zoe.page.getByRole('button', { name: 'Leg in de twijfel' }).click();
    await other.layDown();
    for (const screen of [board, laptop, other]) {
      await expect(screen.note('wat als niemand komt', 'de twijfel')).toBeVisible();
      await expect(screen.note('durven te vallen', 'het experiment')).toBeVisible();
    }
    await expect(zoe.page.getByText('Ligt in de twijfel. Opgeslagen.')).toBeVisible();

    // Closed, and in the archive exactly as it lay.
    const laid = {
      'het kind': ['gekke bekken'],
      'de plek': ['een lekkende kraan'],
      'de lege ruimte': ['stilte voor het applaus'],
      'de dynamiek': ['op blote voeten'],
      'het experiment': ['durven te vallen'],
      'de twijfel': ['wat als niemand komt'],
    };
    await lead.close();
    await expect(zoe.page.getByText(CLOSED)).toBeVisible();
    await expect(hall.page.getByRole('heading', { name: 'De bijeenkomst is afgesloten' })).toBeVisible();
    await lead.goToArchive();
    const archive = new ArchivePage(iris.page);
    await archive.open(TITLE);
    expect(await archive.readNotes()).toEqual(laid);

    // The server stops and starts: all is still there.
    for (const person of [iris, hall, bo, mees, zoe]) person.expectErrors(OUTAGE);
    await server.stop();
    await server.start();
    await iris.page.reload();
    expect(await archive.readNotes()).toEqual(laid);
    await zoe.page.reload();
    await expect(phone.ownNote('wat als niemand komt')).toContainText('opgeslagen');

    // The links still do what they should.
    const late = await visit('phone', base);
    await late.page.goto(forParticipants);
    await expect(late.page.getByText(CLOSED)).toBeVisible();
    const secondWall = await visit('wall', base);
    await secondWall.page.goto(forWall);
    await expect(secondWall.page.getByText('Het bord staat in het archief.')).toBeVisible();
    const second = await visit('facilitator', base);
    await second.page.goto(forFacilitators);
    await new JoinForm(second.page).enterAsFacilitator('Joost');
    await expect(second.page.getByRole('button', { name: 'Draai terug' })).toBeVisible();
    await expect(new BoardPage(second.page).note('durven te vallen', 'het experiment')).toBeVisible();
  });
}
