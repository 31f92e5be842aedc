// The layers of house-style, "Where things live", as data.

import type { Import } from './import-graph.ts';

/** A sentence of house-style and the test whether an import goes against it. */
export interface Rule {
  readonly sentence: string;
  readonly forbids: (each: Import) => boolean;
}

const SHARED_DEPENDENCIES = new Set(['yjs', 'y-protocols', 'lib0', 'zod', 'fractional-indexing']);
/** Parts of the client that show the board in their own way and may know nothing of each other. */
const VIEWS = ['canvas', 'outline', 'panels'].map((name) => `client/src/${name}/`);

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);
const isOurs = (file: string): boolean => /^(shared|server|client|tests)\//.test(file);
const isPackage = (name: string, names: readonly string[]): boolean => names.includes(name);

/** All rules; a file that is a test itself may use the test tools, and nothing else more than its neighbours. */
export const RULES: readonly Rule[] = [
  {
    sentence: 'shared imports no other package of ours',
    forbids: ({ from, to }) => from.startsWith('shared/') && isOurs(to) && !to.startsWith('shared/'),
  },
  {
    sentence: 'shared depends only on yjs, its neighbours and the validator, and on nothing of Node',
    forbids: ({ from, to }) =>
      from.startsWith('shared/') && !isTest(from) && !isOurs(to) && !SHARED_DEPENDENCIES.has(to),
  },
  {
    sentence: 'the server imports shared, and neither the client nor the tests',
    forbids: ({ from, to }) => from.startsWith('server/') && /^(client|tests)\//.test(to),
  },
  {
    sentence: 'the client imports shared, and neither the server nor the tests',
    forbids: ({ from, to }) => from.startsWith('client/') && /^(server|tests)\//.test(to),
  },
  {
    sentence: 'the client imports nothing of Node',
    forbids: ({ from, to }) => from.startsWith('client/') && !isTest(from) && to.startsWith('node:'),
  },
  {
    sentence: 'client and shared import zod/mini, never the whole of zod',
    forbids: ({ from, to, specifier }) =>
      /^(client|shared)\//.test(from) && to === 'zod' && specifier !== 'zod/mini',
  },
  {
    sentence: 'client/src/model imports neither React nor Konva',
    forbids: ({ from, to }) =>
      from.startsWith('client/src/model/') &&
      isPackage(to, ['react', 'react-dom', 'react-konva', 'konva', 'wouter']),
  },
  {
    sentence: 'client/src/model imports nothing of the rest of the client',
    forbids: ({ from, to }) =>
      from.startsWith('client/src/model/') && to.startsWith('client/') && !to.startsWith('client/src/model/'),
  },
  {
    sentence: 'only client/src/canvas imports Konva, and the plain page it is measured against',
    forbids: ({ from, to }) =>
      !/^(client\/src\/canvas|tests\/bench\/board\/peers)\//.test(from) &&
      isPackage(to, ['konva', 'react-konva']),
  },
  {
    sentence: 'canvas, outline and panels never import each other',
    forbids: ({ from, to }) => {
      const view = VIEWS.find((each) => from.startsWith(each));
      return view !== undefined && VIEWS.some((other) => other !== view && to.startsWith(other));
    },
  },
  {
    sentence: 'a package of ours is imported by file, not by a path out of one package into another',
    forbids: ({ from, to, specifier }) =>
      specifier.startsWith('.') &&
      /\.(ts|tsx)$/.test(to) &&
      isOurs(to) &&
      to.split('/')[0] !== from.split('/')[0],
  },
  {
    sentence: 'a file of ours is imported with the extension it has, .ts or .tsx',
    forbids: ({ from, to, specifier }) =>
      /^(shared|server|client)\/src\//.test(from) &&
      specifier.startsWith('.') &&
      !/\.(tsx?|json|css|md|svg|woff2)(\?\w+)?$/.test(to),
  },
];
