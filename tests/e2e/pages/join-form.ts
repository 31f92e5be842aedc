/** The questions at the door. */
import type { Page } from '@playwright/test';

export class JoinForm {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async joinAs(name: string, community: string): Promise<void> {
    await this.page.getByLabel('Naam of bijnaam').fill(name);
    await this.page.getByRole('radio', { name: community }).check();
    await this.page.getByRole('button', { name: 'Doe mee' }).click();
  }

  async enterAsFacilitator(name: string): Promise<void> {
    await this.page.getByLabel('Naam of bijnaam').fill(name);
    await this.page.getByRole('button', { name: 'Ga naar binnen' }).click();
  }
}
