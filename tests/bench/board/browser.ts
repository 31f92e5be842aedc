/** The browser that is measured: the one the browser tests use. */

export interface BrowserProgram {
  readonly program: string;
  readonly args: readonly string[];
}

interface ChromiumModule {
  readonly CHROMIUM_ARGS: readonly string[];
  ensureChromium(): string;
}

/** @throws Error with one sentence saying what to install. */
export async function findBrowser(): Promise<BrowserProgram> {
  // Plain JavaScript beside the sources, also when this file has been built.
  const place = new URL('../../../chromium.mjs', import.meta.url);
  const { CHROMIUM_ARGS, ensureChromium } = (await import(place.href)) as ChromiumModule;
  return { program: ensureChromium(), args: CHROMIUM_ARGS };
}
