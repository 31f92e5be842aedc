/** Asking for a chunk of the page until it comes: on bad Wi-Fi it may not come the first time. */

const AGAIN_MS = 2_000;

/** Resolves with the chunk; never rejects. */
export async function untilItComes<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load();
    } catch {
      // No network: nothing is lost by asking again until there is one.
      await new Promise<void>((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}
