import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defer } from '../support/clean-up.ts';
import { prepareMeetup } from '../support/meetup.ts';
import { openPerson } from '../support/person.ts';
import { startServerProcess } from '../support/server-process.ts';
import { openStandard } from '../support/standard-client.ts';
import { waitFor } from '../support/wait-for.ts';

test('[F7] a board with a flipped bit is set aside and logged once; health says so and the other board opens', async () => {
  const lines: string[] = [];
  const server = await startServerProcess({ defer, onLog: (line) => lines.push(line) });
  const [broken, whole] = [await prepareMeetup(server), await prepareMeetup(server)];
  for (const [meetup, text] of [
    [broken, 'dit-kaartje-raakt-stuk'],
    [whole, 'dit blijft heel'],
  ] as const) {
    const noor = openPerson(await meetup.join('Noor'), { url: server.url, defer });
    await noor.ready();
    noor.lay(text);
    await noor.saved();
    noor.closePage();
  }
  await server.stop();
  const path = join(server.folder, 'ruimte.db');
  const content = await readFile(path);
  const at = content.indexOf('dit-kaartje-raakt-stuk');
  expect(at).toBeGreaterThan(0);
  content.writeUInt8(content.readUInt8(at) ^ 1, at);
  await writeFile(path, content);

  await server.start();
  for (const name of ['Tom', 'Sami', 'Roos']) {
    const client = await openStandard(server, await broken.join(name), { defer });
    await client.closed;
    expect(client.provider.synced).toBe(false);
    client.leave();
  }
  const tom = openPerson(await whole.join('Tom'), { url: server.url, defer });
  await tom.ready();
  expect(tom.texts()).toEqual(['dit blijft heel']);
  tom.lay('en het gaat door');
  await tom.saved();
  const health = await server.as()('health', {});
  expect(health).toMatchObject({ ok: true, damaged: 1 });
  const setAside = (): string[] =>
    lines.filter((line) => line.includes('a document cannot be read and is set apart'));
  await waitFor('the log line', () => setAside().length > 0);
  expect(setAside()).toHaveLength(1);
  expect(setAside()[0]).toMatch(/row \d+ of document .*@1 is damaged/);
  expect(lines.join('\n')).not.toContain('raakt-stuk');
});
