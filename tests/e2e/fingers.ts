/** Real touches of a page: what Chromium makes of fingers on a screen, not events made by hand. */
import type { CDPSession, Page } from '@playwright/test';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Steps of a movement: enough for a page to see it as one. */
const STEPS = 6;
/** Between two touches, as a screen reports them. */
const FRAME_MS = 8;

export class Fingers {
  private readonly session: CDPSession;
  private places: readonly Point[] = [];
  /** The time the touches say they are of, so that a slow machine does not make a slow hand. */
  private timeMs = Date.now();

  private constructor(session: CDPSession) {
    this.session = session;
  }

  static async on(page: Page): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page));
  }

  /** Puts all fingers down, one after another. */
  async press(...places: readonly Point[]): Promise<void> {
    for (const [index] of places.entries()) await this.send('touchStart', places.slice(0, index + 1));
  }

  /** Moves every finger in a straight line to its new place. */
  async moveTo(...places: readonly Point[]): Promise<void> {
    const from = this.places;
    for (let step = 1; step <= STEPS; step += 1) {
      const share = step / STEPS;
      await this.send(
        'touchMove',
        places.map(({ x, y }, index) => {
          const start = from[index] ?? { x, y };
          return { x: start.x + (x - start.x) * share, y: start.y + (y - start.y) * share };
        }),
      );
    }
  }

  /** Lets time go by for the fingers; nothing waits. */
  rest(ms: number): void {
    this.timeMs += ms;
  }

  async lift(): Promise<void> {
    await this.send('touchEnd', []);
  }

  async tap(at: Point): Promise<void> {
    // Sent together: on a slow machine a press that waits for its answer would be a long one.
    await Promise.all([this.press(at), this.lift()]);
  }

  private async send(type: 'touchStart' | 'touchMove' | 'touchEnd', places: readonly Point[]): Promise<void> {
    this.places = places;
    this.timeMs += FRAME_MS;
    const touchPoints = places.map(({ x, y }, id) => ({ x, y, id }));
    await this.session.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp: this.timeMs / 1000 });
  }
}
