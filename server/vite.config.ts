// The server in a few files. Node spends a second and 14 MB on finding and holding five hundred modules; bundled, the
// half of them that nobody uses is left out. What is not changed: names, line breaks, and the two threads, which stay
// files of their own that are started by name.

import { defineConfig } from 'vite';

/** @public Read by vite. */
export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  ssr: {
    noExternal: true,
    // Its native half lies beside its JavaScript half.
    external: ['libsql'],
  },
  build: {
    ssr: true,
    outDir: 'dist-bundle',
    emptyOutDir: true,
    minify: false,
    target: 'node20',
    rolldownOptions: {
      input: {
        main: 'dist/main.js',
        'embedded-worker': 'dist/store/embedded-worker.js',
        'rebuild-worker': 'dist/relay/rebuild-worker.js',
        // For programs that start a server with settings of their own: the benchmarks.
        parts: 'dist/parts.js',
      },
      // All in one folder: threads are looked for beside the file that starts them.
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
