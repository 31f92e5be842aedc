/** What a part makes it takes down: when it is done, when it fails, and when somebody breaks it off. */

type Clean = () => Promise<void> | void;

const open = new Set<Clean[]>();

async function clean(cleaning: Clean[]): Promise<void> {
  open.delete(cleaning);
  for (const each of cleaning.toReversed()) await each();
}

/** Does some work that says what is to be done after it, last first. */
export async function cleanUpAfter<T>(work: (defer: (after: Clean) => void) => Promise<T>): Promise<T> {
  const cleaning: Clean[] = [];
  open.add(cleaning);
  try {
    return await work((after) => void cleaning.push(after));
  } finally {
    await clean(cleaning);
  }
}

/** Takes down whatever is still there. */
export async function cleanUpAll(): Promise<void> {
  for (const cleaning of open) await clean(cleaning);
}
