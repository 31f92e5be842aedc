/** What the facilitator leads with. */
import { expect, type Locator, type Page } from '@playwright/test';

export class LeadPanel {
  private readonly page: Page;
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole('complementary', { name: 'Regie' });
  }

  async open(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Open de bijeenkomst' }).click();
    await expect(this.panel.getByRole('button', { name: 'Sluit af…' })).toBeVisible();
  }

  async begin(): Promise<void> {
    await this.panel.getByRole('button', { name: /^Begin/ }).click();
  }

  async nextRound(): Promise<void> {
    await this.panel.getByRole('button', { name: /^Volgende ronde/ }).click();
  }

  /** Unfolds a round that does not run. */
  async unfoldRound(title: string): Promise<Locator> {
    const round = this.panel
      .getByRole('listitem')
      .filter({ has: this.page.getByText(title, { exact: true }) });
    if ((await round.locator('details').getAttribute('open')) === null)
      await round.locator('summary').click();
    return round;
  }

  /** Unfolds a part of the panel below the rounds. */
  async unfold(title: string): Promise<Locator> {
    await this.panel.getByRole('heading', { name: title, exact: true }).click();
    return this.panel.getByRole('group').filter({ has: this.page.getByRole('heading', { name: title }) });
  }

  async lock(): Promise<void> {
    await this.setSwitch('Bord op slot', true);
  }

  async unlock(): Promise<void> {
    await this.setSwitch('Bord op slot', false);
  }

  /** Closes the meet-up and answers the question. */
  async close(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Sluit af…' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Sluit je de bijeenkomst af?' });
    await dialog.getByRole('button', { name: 'Sluit af', exact: true }).click();
    await this.page.getByText('De bijeenkomst is afgesloten. Het bord staat in het archief.').waitFor();
  }

  /** Unfolds the bin. */
  async openBin(): Promise<Locator> {
    await this.panel.getByRole('heading', { name: 'Prullenbak' }).click();
    return this.panel.getByRole('group').filter({ hasText: 'Prullenbak' });
  }

  async goToArchive(): Promise<void> {
    await this.page.getByRole('link', { name: 'Archief' }).click();
  }

  private async setSwitch(name: string, on: boolean): Promise<void> {
    const control = this.panel.getByRole('switch', { name });
    await control.click();
    await expect(control).toHaveAttribute('aria-checked', String(on));
  }
}
