/** The participant on a phone. */
import { expect, type Locator, type Page } from '@playwright/test';

export class PhonePage {
  private readonly page: Page;
  readonly field: Locator;
  readonly sendButton: Locator;
  readonly question: Locator;
  private readonly ownNotes: Locator;

  constructor(page: Page) {
    this.page = page;
    this.field = page.getByRole('textbox', { name: 'Jouw kaartje' });
    this.sendButton = page.getByRole('button', { name: /^(Leg (in|op)|Kies eerst een|Nu niet schrijven)/ });
    this.question = page.getByRole('heading', { level: 1 });
    this.ownNotes = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Mijn kaartjes' }) });
  }

  /** Chooses a space and types, without laying the note. */
  async write(text: string, zone: string): Promise<void> {
    await this.page.getByRole('radio', { name: zone, exact: true }).check();
    await this.field.fill(text);
  }

  async lay(text: string, zone: string): Promise<void> {
    await this.write(text, zone);
    await this.page.getByRole('button', { name: `Leg in ${zone}` }).click();
    await expect(this.field).toHaveValue('');
  }

  /** An own note in "Mijn kaartjes". */
  ownNote(text: string): Locator {
    return this.ownNotes.getByRole('listitem').filter({ hasText: text });
  }

  /** The words of the own notes, newest first. */
  ownTexts(): Promise<string[]> {
    return this.ownNotes.locator('.own-note-words').allInnerTexts();
  }

  async move(text: string, zone: string): Promise<void> {
    const note = this.ownNote(text);
    await note.getByRole('button', { name: 'Meer met kaartje' }).click();
    await note.getByRole('button', { name: 'Verplaats' }).click();
    await note.getByRole('group', { name: 'Naar welke ruimte?' }).getByRole('button', { name: zone }).click();
    await expect(note).toContainText(zone);
  }

  async remove(text: string): Promise<void> {
    const note = this.ownNote(text);
    await note.getByRole('button', { name: 'Meer met kaartje' }).click();
    await note.getByRole('button', { name: 'Haal weg' }).click();
    await expect(note).toHaveCount(0);
  }

  /** Goes to the board and looks at one space. */
  async look(zone: string): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Bord', exact: true }).click();
    await this.page.getByRole('radio', { name: zone, exact: true }).check();
    const space = this.page.getByRole('region', { name: zone });
    await space.waitFor();
    return space;
  }

  /** Reads one space and goes back to writing: the words that lie there, oldest first. */
  async read(zone: string): Promise<string[]> {
    const space = await this.look(zone);
    const texts = await space.getByRole('listitem').locator('.own-note-words').allInnerTexts();
    await this.goBackToWriting();
    return texts;
  }

  async goBackToWriting(): Promise<void> {
    await this.page.getByRole('button', { name: 'Schrijven', exact: true }).click();
  }

  /** Opens "Je bent Noor, Klinkerdijk", with the language and the way out. */
  async openMenu(): Promise<void> {
    const menu = this.menu();
    if ((await menu.getAttribute('open')) === null) await menu.locator('summary').click();
  }

  async switchLanguage(to: 'English' | 'Nederlands'): Promise<void> {
    await this.openMenu();
    await this.menu().getByRole('button', { name: to }).click();
  }

  private menu(): Locator {
    return this.page.getByRole('group').filter({ hasText: /^(Je bent|You are)/ });
  }
}
