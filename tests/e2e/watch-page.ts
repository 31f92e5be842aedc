/** What a page does that it should not: errors in its console, errors it throws, requests to anybody else. */
import { expect, type Page } from '@playwright/test';

/** What Chromium itself writes in the console of a page whose server or network is away. */
export const OUTAGE = /net::ERR_|WebSocket connection to/;

/** What Chromium writes in the console when the server says no. */
export const REFUSED = /the server responded with a status of 4\d\d/;

export interface WatchedPage {
  /** From now on errors like these belong to the story. */
  expectErrors(pattern: RegExp): void;
  /** @throws when something else went wrong, or the page set a cookie. */
  check(): Promise<void>;
}

/** Watches from before the first request. @param name - for the message when something went wrong. */
export function watchPage(page: Page, name: string, base: string): WatchedPage {
  const expected: RegExp[] = [];
  const errors: string[] = [];
  const elsewhere: string[] = [];
  const { host } = new URL(base);
  const wrong = (text: string, from: string): void => {
    if (!expected.some((pattern) => pattern.test(text))) errors.push(`${text} (${from})`);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') wrong(message.text(), message.location().url);
  });
  page.on('pageerror', (error) => wrong(error.message, error.stack ?? 'no stack'));
  const note = (address: string): void => {
    if (/^(data|blob|about):/.test(address) || new URL(address).host === host) return;
    elsewhere.push(address);
  };
  page.on('request', (request) => note(request.url()));
  page.on('websocket', (socket) => note(socket.url()));
  return {
    expectErrors: (pattern) => expected.push(pattern),
    check: async () => {
      expect(errors, `errors of ${name}`).toEqual([]);
      expect(elsewhere, `requests of ${name} to others`).toEqual([]);
      expect(await page.context().cookies(), `cookies of ${name}`).toEqual([]);
      if (!page.isClosed()) expect(await page.evaluate(() => document.cookie)).toBe('');
    },
  };
}
