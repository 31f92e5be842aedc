// Which file imports which, read from the sources themselves, so that no layer can leak by accident.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** One import as it stands in a file. */
export interface Import {
  /** The importing file, from the root of the repository, with forward slashes: `client/src/main.tsx`. */
  readonly from: string;
  /** The imported file of ours in the same form, or the name of the package: `konva`, `@radix-ui/react-dialog`. */
  readonly to: string;
  /** As written: `./order.ts`, `konva/lib/Shape`. */
  readonly specifier: string;
}

const SOURCE = /\.(ts|tsx|mts|mjs|js)$/;
const FOLDERS = ['shared/src', 'server/src', 'server/bootstrap', 'client/src', 'tests'];
const NOT_SOURCE = new Set(['node_modules', 'dist', 'dist-model', 'samples']);

/**
 * Reads the imports of every source file: static, dynamic, type-only and re-exports alike.
 * @param root - the folder of the repository
 */
export function readImports(root: string): Import[] {
  return FOLDERS.flatMap((folder) => sourceFiles(root, folder)).flatMap((from) =>
    importsOf(root, from, readFileSync(path.join(root, from), 'utf8')),
  );
}

/**
 * Reads the imports of one file.
 * @param from - its path from `root`; need not exist
 */
export function importsOf(root: string, from: string, source: string): Import[] {
  return ts.preProcessFile(source, true, true).importedFiles.map(({ fileName: specifier }) => ({
    from,
    to: target(root, from, specifier),
    specifier,
  }));
}

/** Finds one cycle of imports as the list of its files, the first one repeated at the end; `undefined` when there is none. */
export function findCycle(imports: readonly Import[]): string[] | undefined {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (file: string): string[] | undefined => {
    const start = trail.indexOf(file);
    if (start >= 0) return [...trail.slice(start), file];
    if (done.has(file)) return undefined;
    trail.push(file);
    for (const each of next.get(file) ?? []) {
      const cycle = visit(each);
      if (cycle) return cycle;
    }
    trail.pop();
    done.add(file);
    return undefined;
  };
  for (const file of next.keys()) {
    const cycle = visit(file);
    if (cycle) return cycle;
  }
  return undefined;
}

function sourceFiles(root: string, folder: string): string[] {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => !NOT_SOURCE.has(entry.name))
    .flatMap((entry) => {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return sourceFiles(root, name);
      return SOURCE.test(entry.name) ? [name] : [];
    });
}

function target(root: string, from: string, specifier: string): string {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(from), specifier);
  const own = /^@ruimte\/([^/]+)\/(.+)$/.exec(specifier);
  if (own) return ownFile(root, `${own[1]}/src/${own[2]}`);
  if (specifier.startsWith('node:')) return specifier;
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** A package's file is imported without its extension; the source has one. */
function ownFile(root: string, name: string): string {
  return (
    [`${name}.ts`, `${name}.tsx`].find((candidate) => existsSync(path.join(root, candidate))) ?? `${name}.ts`
  );
}
