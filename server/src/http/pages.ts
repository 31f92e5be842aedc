/**
 * The built pages of the client. They are read into memory once: what is not in that list cannot be asked for, so no
 * path reaches the disk. Every address without a file of its own is the single page.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { createSecret } from '@ruimte/shared/ids';
import { isSystemError } from '../access/files.ts';

/** Stands in the built `index.html` where the nonce of one answer goes (`html.cspNonce` of vite). */
export const NONCE_PLACEHOLDER = 'CSP_NONCE';

export interface PageRequest {
  readonly method: string;
  /** Path of the URL, as it came. */
  readonly path: string;
  readonly acceptEncoding: string;
  readonly ifNoneMatch: string | undefined;
}

export interface PageAnswer {
  readonly status: 200 | 304 | 404 | 405 | 503;
  readonly body: Uint8Array<ArrayBuffer> | string | null;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The nonce that was put into the page, for its policy. */
  readonly nonce?: string;
}

export interface Pages {
  /** Why there are no pages, one sentence for whoever started the server; undefined when all is well. */
  readonly missing: string | undefined;
  answer(request: PageRequest): PageAnswer;
}

interface PageFile {
  readonly type: string;
  readonly etag: string;
  /** Its name holds a hash of its content. */
  readonly hashed: boolean;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly br: Uint8Array<ArrayBuffer> | undefined;
  readonly gzip: Uint8Array<ArrayBuffer> | undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const HASHED = /^\/assets\/.+-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;
const INDEX = '/index.html';
/** Where a meet-up is, and what every page of it needs: the chunk of that name in the build of the client. */
const MEETUP_PATH = '/m';
const MEETUP_FILES = /^\/assets\/live-[\w-]+\.(js|css)$/;
const NOT_BUILT = 'The pages have not been built yet: run "npm run build", or start with "npm start".';

/** Reads the built pages. A folder that is missing is no error: the interface works without them. */
export async function readPages(clientDir: string): Promise<Pages> {
  const files = await readFiles(clientDir);
  const meetupLinks = [...files.keys()].filter((path) => MEETUP_FILES.test(path)).map(linkAhead);
  return {
    missing: files.has(INDEX) ? undefined : NOT_BUILT,
    answer: (request) => {
      const page = answer(files, request);
      if (request.path !== MEETUP_PATH || page.status !== 200 || meetupLinks.length === 0) return page;
      return { ...page, headers: [...page.headers, ['Link', meetupLinks.join(', ')]] };
    },
  };
}

/** Asks for a file along with the page, instead of after its first script has run (RFC 8288, HTML "modulepreload"). */
function linkAhead(path: string): string {
  return path.endsWith('.css')
    ? `<${path}>; rel=preload; as=style; crossorigin`
    : `<${path}>; rel=modulepreload`;
}

async function readFiles(clientDir: string): Promise<ReadonlyMap<string, PageFile>> {
  const contents = new Map<string, Uint8Array<ArrayBuffer>>();
  try {
    for (const entry of await readdir(clientDir, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      contents.set(
        `/${relative(clientDir, path).split(sep).join('/')}`,
        new Uint8Array(await readFile(path)),
      );
    }
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error;
  }
  const files = new Map<string, PageFile>();
  for (const [path, plain] of contents) {
    const type = TYPES[extname(path)];
    if (type === undefined) continue;
    files.set(path, {
      type,
      etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
      hashed: HASHED.test(path),
      plain,
      br: contents.get(`${path}.br`),
      gzip: contents.get(`${path}.gz`),
    });
  }
  return files;
}

function answer(files: ReadonlyMap<string, PageFile>, request: PageRequest): PageAnswer {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { ...plainText(405, 'Pages can only be read.'), headers: [['Allow', 'GET, HEAD']] };
  }
  const file = files.get(request.path);
  if (file !== undefined && request.path !== INDEX) return answerFile(file, request);
  // A file that is gone must not become a page: an old tab asking for its script would run HTML.
  if (request.path !== INDEX && extname(request.path) !== '') return plainText(404, 'There is no such file.');
  const index = files.get(INDEX);
  return index === undefined ? plainText(503, NOT_BUILT) : answerIndex(index, request);
}

function answerFile(file: PageFile, request: PageRequest): PageAnswer {
  const headers: [string, string][] = [
    ['Content-Type', file.type],
    ['Cache-Control', file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache'],
    ['ETag', file.etag],
    ['Vary', 'Accept-Encoding'],
  ];
  if (request.ifNoneMatch === file.etag) return { status: 304, body: null, headers };
  const accepted = new Set(
    request.acceptEncoding.split(',').map((coding) => coding.trim().replace(/;.*$/, '')),
  );
  if (file.br !== undefined && accepted.has('br')) {
    return { status: 200, body: file.br, headers: [...headers, ['Content-Encoding', 'br']] };
  }
  if (file.gzip !== undefined && accepted.has('gzip')) {
    return { status: 200, body: file.gzip, headers: [...headers, ['Content-Encoding', 'gzip']] };
  }
  return { status: 200, body: file.plain, headers };
}

/** The page is small and differs by its nonce, so it is neither compressed nor remembered. */
function answerIndex(index: PageFile, request: PageRequest): PageAnswer {
  const text = new TextDecoder().decode(index.plain);
  if (!text.includes(NONCE_PLACEHOLDER)) return answerFile(index, request);
  const nonce = createSecret();
  return {
    status: 200,
    body: text.replaceAll(NONCE_PLACEHOLDER, nonce),
    headers: [
      ['Content-Type', index.type],
      ['Cache-Control', 'no-store'],
    ],
    nonce,
  };
}

function plainText(status: 404 | 405 | 503, sentence: string): PageAnswer {
  const headers = [
    ['Content-Type', 'text/plain; charset=utf-8'],
    ['Cache-Control', 'no-store'],
  ] as const;
  return { status, body: `${sentence}\n`, headers };
}
