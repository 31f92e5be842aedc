/** The archive: the list, and a snapshot to read. */
import { expect, type Page } from '@playwright/test';

export class ArchivePage {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(title: string): Promise<void> {
    await this.page.getByRole('link', { name: title }).click();
    await this.page.getByText('Momentopname van').waitFor();
  }

  /** The words of every space that has notes. */
  async readNotes(): Promise<Record<string, string[]>> {
    await this.page.getByText('Momentopname van').waitFor();
    return this.read('.snapshot-zones > .snapshot-zone');
  }

  /** What came in after the close, by space. */
  async readSupplement(): Promise<Record<string, string[]>> {
    await expect(this.page.getByRole('heading', { name: 'Later binnengekomen' })).toBeVisible();
    return this.read('.snapshot-supplement .snapshot-zone');
  }

  private async read(sections: string): Promise<Record<string, string[]>> {
    const notes: Record<string, string[]> = {};
    for (const section of await this.page.locator(sections).all()) {
      const texts = await section.getByRole('listitem').locator('.snapshot-text').allInnerTexts();
      // Not as it is drawn: the empty space has its name in small capitals.
      const name = (await section.getByRole('heading').textContent()) ?? '';
      if (texts.length > 0) notes[name] = texts.toSorted();
    }
    return notes;
  }
}
