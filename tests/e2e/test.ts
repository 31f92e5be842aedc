/** The test of every browser story: people open pages on devices of their own, and every page is watched. */
import { type BrowserContextOptions, type Page, test as bare } from '@playwright/test';
import { type WatchedPage, watchPage } from './watch-page.ts';

export { expect } from '@playwright/test';

const DEVICES = {
  facilitator: { viewport: { width: 1440, height: 900 } },
  wall: { viewport: { width: 1920, height: 1080 } },
  laptop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
} as const satisfies Record<string, BrowserContextOptions>;

export type DeviceName = keyof typeof DEVICES;

export interface Visitor {
  readonly page: Page;
  /** Opens another page on the same device. */
  openAgain(): Promise<Visitor>;
  /** Cuts the network of the device, and mends it. */
  setOffline(offline: boolean): Promise<void>;
  /** From now on errors like these belong to the story. */
  expectErrors(pattern: RegExp): void;
}

interface Fixtures {
  /** What is to be done when the test ends, last first. */
  readonly defer: (clean: () => Promise<void> | void) => void;
  /** Gives somebody a device with an empty page. @param base - the server; everything else counts as elsewhere. */
  readonly visit: (device: DeviceName, base: string, options?: BrowserContextOptions) => Promise<Visitor>;
}

export const test = bare.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern
  defer: async ({}, provide) => {
    const cleanings: (() => Promise<void> | void)[] = [];
    await provide((clean) => cleanings.push(clean));
    for (const clean of cleanings.toReversed()) await clean();
  },
  visit: async ({ browser, defer }, provide, testInfo) => {
    const watched: WatchedPage[] = [];
    await provide(async (device, base, options) => {
      const context = await browser.newContext({ ...DEVICES[device], baseURL: base, ...options });
      // Pages go before their server, or their last words would be about that.
      defer(() => context.close());
      const open = async (): Promise<Visitor> => {
        const page = await context.newPage();
        const watch = watchPage(page, device, base);
        watched.push(watch);
        return {
          page,
          openAgain: open,
          setOffline: (offline) => context.setOffline(offline),
          expectErrors: watch.expectErrors,
        };
      };
      return open();
    });
    // A story that broke off says itself why.
    if (testInfo.error === undefined) for (const watch of watched) await watch.check();
  },
});
