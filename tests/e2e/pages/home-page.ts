/** The start: signing in, and coming in by code. */
import type { Page } from '@playwright/test';

export class HomePage {
  constructor(private readonly page: Page) {}

  /** Follows the one-time link of the terminal. */
  async signIn(link: string): Promise<void> {
    await this.page.goto(`/#sign-in=${link}`);
    await this.page.getByRole('button', { name: 'Afmelden' }).waitFor();
  }

  async typeCode(code: string): Promise<void> {
    await this.page.goto('/');
    await this.page.getByLabel('Ik heb een code').fill(code);
    await this.page.getByRole('button', { name: 'Naar binnen' }).click();
  }
}
