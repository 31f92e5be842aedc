/** Preparing a meet-up, and the links that come of it. */
import { expect, type Locator, type Page } from '@playwright/test';

export interface PreparedMeetup {
  readonly format: string;
  readonly title: string;
  readonly date: string;
  readonly communities: readonly string[];
}

export class PrepareForm {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async fillIn({ format, title, date, communities }: PreparedMeetup): Promise<void> {
    await this.page.getByRole('radio', { name: format }).check();
    await this.page.getByLabel('Naam', { exact: true }).fill(title);
    await this.page.getByLabel('Datum').fill(date);
    for (const name of communities) {
      await this.page.getByLabel('Nieuwe leergemeenschap').fill(name);
      await this.page.getByRole('button', { name: 'Voeg toe' }).click();
    }
  }

  /** Makes a choice of which the label begins so. */
  async choose(label: string): Promise<void> {
    await this.page.getByRole('radio', { name: new RegExp(`^${label}`) }).check();
  }

  /** Shows the formats of a phase. */
  async showPhase(name: string): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }

  round(title: string): Locator {
    return this.page.getByRole('checkbox', { name: title, exact: true });
  }

  minutes(title: string): Locator {
    return this.page.getByLabel(`Minuten voor ${title}`, { exact: true });
  }

  async prepare(): Promise<void> {
    await this.page.getByRole('button', { name: 'Zet klaar' }).click();
    await expect(this.page).toHaveURL(/\/links\//);
  }
}

export type LinkName = 'deelnemers' | 'begeleiders' | 'het scherm';

export class LinksPage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Path and secret of a link, without the address it is shown with. */
  async readLink(name: LinkName): Promise<string> {
    const link = new URL(await this.page.getByLabel(`Link voor ${name}`, { exact: true }).inputValue());
    return link.pathname + link.hash;
  }

  async readCode(): Promise<string> {
    const sheet = this.page.getByRole('region', { name: 'Voor deelnemers' });
    return (await sheet.getByRole('definition').last().innerText()).trim();
  }

  async tryOut(): Promise<void> {
    await this.page.getByRole('button', { name: 'Probeer uit' }).click();
    await expect(this.page).toHaveURL(/\/m$/);
  }
}
