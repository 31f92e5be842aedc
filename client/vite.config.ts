// How the page is bundled. Everything it needs comes from our own server: no address of anybody else may end up in it.

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

/** Where `npm start` serves, for the development server to pass requests on to. */
const SERVER = process.env['SERVER_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    // The server sends these as they are; compressing on each request would cost it the time it needs for the relay.
    compression({ algorithms: ['gzip', 'brotliCompress'], include: /\.(js|css|html|svg)$/ }),
  ],
  resolve: {
    // Two copies of yjs do not recognise each other's types, and two of React have no hooks.
    dedupe: ['yjs', 'y-protocols', 'lib0', 'react', 'react-dom'],
  },
  build: {
    manifest: true,
    sourcemap: false,
    // Older browsers get a page that says so, from a separate classic script in index.html.
    target: ['chrome111', 'edge111', 'firefox115', 'safari16.4', 'ios16.4'],
    // A strict Content-Security-Policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': SERVER, '/ws': { target: SERVER, ws: true } },
  },
});
