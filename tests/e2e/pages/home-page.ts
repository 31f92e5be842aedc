/** The start: signing in, and coming in by code. */
import type { Page } from '@playwright/test';

export class HomePage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Follows the one-time link of the terminal. */
  async signIn(link: string): Promise<void> {
    await this.page.goto(`/#sign-in=${link}`);
    await this.page.getByRole('button', { name: 'Afmelden' }).waitFor();
  }

  /** Tries a passphrase. */
  async signInWith(passphrase: string): Promise<void> {
    await this.page.goto('/sign-in');
    await this.page.getByLabel('Wachtzin').fill(passphrase);
    await this.page.getByRole('button', { name: 'Aanmelden als organisator' }).click();
  }

  async typeCode(code: string): Promise<void> {
    await this.page.goto('/');
    await this.page.getByLabel('Ik heb een code').fill(code);
    await this.page.getByRole('button', { name: 'Naar binnen' }).click();
  }
}
