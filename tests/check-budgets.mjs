// How much a page may weigh before it works: a phone on a school's network in a hall, with sixty others on it.
// Reads what the bundle says of itself (vite's manifest) and fails with a table when a page has grown too heavy.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/**
 * JavaScript of the entry, of the page's own chunks and of all their static imports; 1 kB is 1000 bytes, gzipped.
 * The board counts with its canvas, which comes as a chunk of its own: without it nobody sees a board.
 */
const PAGES = [
  { name: 'join (before Yjs)', sources: ['src/home/JoinPage.tsx'], maxKb: 80 },
  { name: 'phone', sources: ['src/phone/PhonePage.tsx'], maxKb: 130 },
  { name: 'board', sources: ['src/board/BoardPage.tsx', 'src/canvas/BoardCanvas.tsx'], maxKb: 260 },
];
const MAX_FONT_FILES = 2;
const MAX_FONT_KB = 55;

/**
 * @typedef {{ file: string, isEntry?: boolean, imports?: string[], css?: string[] }} Chunk
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'client/dist');
/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(readFileSync(path.join(dist, '.vite/manifest.json'), 'utf8'));
/** @type {string[]} */
const failures = [];
/** @type {Record<string, string>[]} */
const table = [];

const entryKey = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
if (entryKey === undefined) throw new Error('The bundle has no entry: is client/dist built?');
const marks = formatMarks();

for (const { name, sources, maxKb } of [{ name: 'entry alone', sources: [], maxKb: Infinity }, ...PAGES]) {
  for (const source of sources.filter((each) => manifest[each] === undefined)) {
    failures.push(
      `client/${source} is no chunk of its own; import it only as import('...${path.basename(source)}').`,
    );
  }
  weigh(name, closure([entryKey, ...sources]), maxKb);
}
if (!readdirSync(path.join(dist, 'assets')).some((name) => /^live-.+\.js$/.test(name)))
  failures.push(
    'No chunk is called "live", which server/src/http/pages.ts asks for with the page of a meet-up.',
  );
for (const key of Object.keys(manifest)) {
  // Which of the two runs first would then depend on which of them came first: a part may be used before it is made.
  if (closure(manifest[key]?.imports ?? []).includes(/** @type {Chunk} */ (manifest[key])))
    failures.push(`${key} imports itself by way of other chunks: see the groups in client/vite.config.ts.`);
}
console.table(table);
for (const failure of failures) console.error(`Budget: ${failure}`);
process.exitCode = failures.length === 0 ? 0 : 1;

/**
 * @param {string} name
 * @param {Chunk[]} chunks - all that has to arrive before the page works
 * @param {number} maxKb
 */
function weigh(name, chunks, maxKb) {
  const scripts = chunks.map((chunk) => readFileSync(path.join(dist, chunk.file)));
  const scriptKb = scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0) / 1000;
  const fonts = latinFonts(chunks.flatMap((chunk) => chunk.css ?? []));
  const fontKb = fonts.reduce((sum, font) => sum + readFileSync(font).length, 0) / 1000;
  table.push({
    page: name,
    'JavaScript kB': scriptKb.toFixed(1),
    'at most': Number.isFinite(maxKb) ? String(maxKb) : '-',
    fonts: String(fonts.length),
    'font kB': fontKb.toFixed(1),
  });
  if (scriptKb > maxKb)
    failures.push(`${name} needs ${scriptKb.toFixed(1)} kB of JavaScript, at most ${maxKb} kB.`);
  if (fonts.length > MAX_FONT_FILES)
    failures.push(`${name} loads ${fonts.length} font files, at most ${MAX_FONT_FILES}.`);
  if (fontKb > MAX_FONT_KB)
    failures.push(`${name} loads ${fontKb.toFixed(1)} kB of fonts, at most ${MAX_FONT_KB} kB.`);
  const code = scripts.join('\n');
  const format = marks.find((mark) => code.includes(mark.text));
  if (format)
    failures.push(
      `${name} carries the text of format ${format.id} ("${format.text}"); load formats when asked for.`,
    );
}

/**
 * @param {string[]} keys - of the manifest
 * @returns {Chunk[]} these chunks and everything they import statically, each once
 */
function closure(keys) {
  /** @type {Map<string, Chunk>} */
  const found = new Map();
  const waiting = [...keys];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    const chunk = manifest[key];
    if (chunk === undefined || found.has(key)) continue;
    found.set(key, chunk);
    waiting.push(...(chunk.imports ?? []));
  }
  return [...found.values()];
}

/**
 * The font files that any Latin text needs: a face for other scripts is fetched only when a text asks for it.
 * @param {string[]} cssFiles
 * @returns {string[]} paths, each once
 */
function latinFonts(cssFiles) {
  const fonts = new Set();
  for (const cssFile of new Set(cssFiles)) {
    const file = path.join(dist, cssFile);
    for (const [face] of readFileSync(file, 'utf8').matchAll(/@font-face\s*\{[^}]*\}/g)) {
      const url = /url\(["']?([^"')]+\.woff2)["']?\)/.exec(face)?.[1];
      if (url === undefined || !coversLatin(face)) continue;
      fonts.add(url.startsWith('/') ? path.join(dist, url) : path.resolve(path.dirname(file), url));
    }
  }
  return [...fonts];
}

/** @param {string} face - one @font-face rule */
function coversLatin(face) {
  const ranges = /unicode-range:([^;}]+)/.exec(face)?.[1];
  if (ranges === undefined) return true;
  return ranges.split(',').some((range) => {
    const [from = '', to = from] = range.trim().replace(/^u\+/i, '').split('-');
    const letter = 'a'.charCodeAt(0);
    return (
      parseInt(from.replaceAll('?', '0'), 16) <= letter && letter <= parseInt(to.replaceAll('?', 'f'), 16)
    );
  });
}

/** A piece of text by which each format is recognised, free of characters that a minifier may write otherwise. */
function formatMarks() {
  const folder = path.join(root, 'shared/src/content/formats');
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'index.json')
    .flatMap((name) => {
      const format = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
      return [format.purpose.nl, format.purpose.en].map((purpose) => ({
        id: format.id,
        text: longestPlainRun(purpose),
      }));
    });
  if (texts.length === 0) throw new Error('No formats were found to look for.');
  return texts;
}

/** @param {string} text */
function longestPlainRun(text) {
  const runs = text.match(/[A-Za-z ,.:]+/g) ?? [];
  const longest = runs.sort((a, b) => b.length - a.length)[0] ?? '';
  if (longest.length < 20)
    throw new Error(`"${text}" has no piece plain enough to be recognised in the bundle.`);
  return longest;
}
