// `npm run pictures`: the sample meet-ups as pictures, to be looked at. Prints where they are.
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawSample, layOutSample, registerFonts } from '../support/drawn-sample.ts';
import type { Sample } from '../support/hold-meetup.ts';

const SAMPLES = new URL('../../samples/', import.meta.url);

registerFonts();
const folder = await mkdtemp(join(tmpdir(), 'ruimte-pictures-'));
for (const name of ['kick-off', 'een-jaar-later']) {
  const sample = JSON.parse(await readFile(new URL(`${name}.json`, SAMPLES), 'utf8')) as Sample;
  const board = layOutSample(sample);
  for (const theme of ['light', 'dark'] as const) {
    const file = join(folder, `${name}-${theme}.png`);
    await writeFile(file, await drawSample(board, 1, theme).encode('png'));
    console.log(file);
  }
}
