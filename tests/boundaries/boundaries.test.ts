import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findCycle, importsOf, readImports } from './import-graph.ts';
import { RULES } from './rules.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const imports = readImports(root);

describe('the imports of this repository', () => {
  test.for(RULES)('$sentence', ({ forbids }) => {
    const against = imports.filter(forbids).map(({ from, specifier }) => `${from} imports ${specifier}`);
    expect(against).toEqual([]);
  });

  test('no file imports itself by a detour', () => {
    expect(findCycle(imports)).toBeUndefined();
  });

  test('all four packages are looked at', () => {
    const packages = new Set(imports.map(({ from }) => from.split('/')[0]));
    expect([...packages].toSorted()).toEqual(['client', 'server', 'shared', 'tests']);
  });
});

describe('the rules themselves', () => {
  test.for([
    ['shared/src/ids.ts', `import '@ruimte/server/log';`],
    ['shared/src/ids.ts', `import { createHash } from 'node:crypto';`],
    ['shared/src/ids.ts', `import { z } from 'zod';`],
    ['server/src/log.ts', `import type { Board } from '@ruimte/client/model/board';`],
    ['client/src/App.tsx', `export * from '@ruimte/server/log';`],
    ['client/src/App.tsx', `import * as z from 'zod';`],
    ['client/src/App.tsx', `const { Stage } = await import('react-konva');`],
    ['client/src/App.tsx', `import { limits } from '../../shared/src/limits.ts';`],
    ['client/src/App.tsx', `import { board } from './model/board';`],
    ['client/src/model/board.ts', `import { useState } from 'react';`],
    ['client/src/model/board.ts', `import Konva from 'konva/lib/Core.js';`],
    ['client/src/model/board.ts', `import { en } from '../i18n/en.ts';`],
    ['client/src/outline/List.tsx', `import { drawNote } from '../canvas/draw-note.ts';`],
  ] as const)('%s may not hold: %s', ([file, source]) => {
    const found = importsOf(root, file, source);
    expect(RULES.filter(({ forbids }) => found.some(forbids))).not.toEqual([]);
  });

  test.for([
    ['shared/src/protocol/api.ts', `import * as z from 'zod/mini'; import { ids } from '../ids.ts';`],
    ['shared/src/content/formats.ts', `import data from './formats/intentie.json' with { type: 'json' };`],
    ['server/src/http/join.ts', `import { limits } from '@ruimte/shared/limits'; import { z } from 'zod';`],
    ['client/src/canvas/Board.tsx', `import Konva from 'konva/lib/Core.js'; import '../model/board.ts';`],
    ['client/src/main.tsx', `import './theme.css'; import '@fontsource/proza-libre/latin-600.css';`],
    ['tests/relay/sync.test.ts', `import '@ruimte/server/server'; import '@ruimte/client/model/board';`],
  ] as const)('%s may hold: %s', ([file, source]) => {
    const found = importsOf(root, file, source);
    expect(found).not.toEqual([]);
    expect(RULES.filter(({ forbids }) => found.some(forbids))).toEqual([]);
  });

  test('a cycle is named file by file', () => {
    const cycle = findCycle([
      ...importsOf(root, 'shared/src/a.ts', `import './b.ts';`),
      ...importsOf(root, 'shared/src/b.ts', `export type { A } from './a.ts';`),
    ]);
    expect(cycle).toEqual(['shared/src/a.ts', 'shared/src/b.ts', 'shared/src/a.ts']);
  });
});
