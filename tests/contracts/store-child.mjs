/**
 * A process of its own for the store's fault tests: `node store-child.mjs <verb> <folder>`.
 * It prints one line per thing that has happened, after it has happened.
 */
import { openStore } from '@ruimte/server/store/open-store';

const [verb, folder] = process.argv.slice(2);
const document = 'bord@1';
const say = (line) => process.stdout.write(`${line}\n`);
const row = (text) => ({ kind: 'updates', document, updates: [new TextEncoder().encode(text)] });

/** Appends counters for ever, several under way at once, and prints each once it is kept. */
async function append(store) {
  const known = await store.loadDocument(document);
  let next = known?.updates.length ?? 0;
  const line = async () => {
    for (;;) {
      const counter = next;
      next += 1;
      await store.append([row(String(counter)), { kind: 'setting', name: 'last', value: String(counter) }]);
      say(counter);
    }
  };
  await Promise.all([line(), line(), line(), line()]);
}

/** With a low limit on file sizes: fills the disk, then sees what still works. */
async function fill(store) {
  await store.append([row('before')]);
  const big = { kind: 'updates', document: 'groot@1', updates: [new Uint8Array(700_000).fill(7)] };
  const results = [];
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const batch = [row(`with big ${attempt}`), big];
    results.push(
      await store.append(batch).then(
        () => 'kept',
        (error) => error.code,
      ),
    );
  }
  say(results.join(' '));
  await store.append([row('after')]);
  const { updates } = await store.loadDocument(document);
  say(updates.map((update) => new TextDecoder().decode(update)).join(','));
  await store.close();
}

/** Appends thirty batches, each again until it is kept, as the commit loop does while the disk fails. */
async function doubt(store) {
  for (let counter = 0; counter < 30;) {
    try {
      await store.append([row(String(counter))]);
      say(`kept ${counter}`);
      counter += 1;
    } catch {
      say('failed');
    }
  }
  // Closing moves the log into the file, which the failing disk may refuse as well: the log is kept then.
  await store.close().catch(() => say('failed'));
}

// Whatever happens to whoever started it, it ends.
setTimeout(() => process.exit(3), 60_000).unref();
const store = await openStore({ kind: 'embedded', folder });
say('open');
if (verb === 'append') await append(store);
if (verb === 'fill') await fill(store);
if (verb === 'doubt') await doubt(store);
// `hold` keeps the folder until it is killed: the store's thread keeps the process alive.
