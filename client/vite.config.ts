// How the page is bundled. Everything it needs comes from our own server: no address of anybody else may end up in it.

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

/** Where `npm start` serves, for the development server to pass requests on to. */
const SERVER = process.env['SERVER_URL'] ?? 'http://127.0.0.1:8080';

/** What the join page and every other page load: React, and the parts without which there is no page at all. */
const BASE =
  /node_modules\/(react|react-dom|scheduler)\/|client\/src\/(use-[a-z-]+|navigation|lazy-part|until-it-comes|home\/entrance|model\/(api|device|storage|readable|sessions)|i18n\/(at-hand|common(?:\.nl)?|dictionary|language|use-[a-z]+)|ui\/(Announcer|Button|ErrorBoundary|Field|LanguageSwitch|LoadState|PageTitle|Plan|RadioCards|Stamp))\.tsx?$|shared\/dist\/(errors|ids|limits|text|protocol\/api|schema\/community-style)\.js$/;

/** What every page of a running meet-up needs: the documents, the model, and the words both phone and board show. */
const LIVE =
  /node_modules\/(yjs|lib0(?!\/hash)|y-protocols|y-websocket|fractional-indexing)\/|client\/src\/model\/(?!tools|camera|organiser|arranging|pasted-lines|note-filter|change|last-look|fold|list-|announc|apart|enter-)|client\/src\/meetup\/(MeetupPage|MeetupProvider|context|ConnectionBar|Opening|use-round-time|rounds|time-words)|client\/src\/i18n\/(connection|board|phone)(\.nl)?\.ts|client\/src\/ui\/Toast|shared\/dist\/(schema\/(?!edits\/groups)|facilitation\/(?!tally|rotation|change-form|zone|draw-tables)|protocol\/|projection\/(?!compare|free-cell|tidy|links|groups|scale|face-down|piles))/;

/** Small parts of the board that the phone's later parts and the wall show too. */
const PARTS =
  /lucide-react\/dist\/esm\/(?!icons\/|dynamic|lucide)|lucide-react\/dist\/esm\/icons\/(x|maximize|copy|ellipsis|arrow-right|panel-right)\.|client\/src\/(ui\/use-kept-focus|meetup\/(use-bell|bell)|i18n\/(dates|ended)(\.nl)?)\.tsx?$/;

/** What board and wall have in common around the canvas. */
const AROUND =
  /client\/src\/(board\/(CanvasPlace|use-answers|use-board-labels|note-actions|single-keys)|i18n\/(outline|board-page|arranging)(\.nl)?|model\/(arranging|list-order|fold)|meetup\/(round-parts|use-board-part)|lead\/lead-context)\.tsx?$|shared\/dist\/(projection\/(tidy|links)|schema\/edits\/groups)\.js$/;

/** What a round asks on a phone besides words: small parts that share their sentences, and come together. */
const ASKED =
  /client\/src\/(phone\/(place|use-place-words|PlaceChoice|RoundIcons|TableTurn|DeskLine)|i18n\/phone-round(\.nl)?)\.tsx?$|shared\/dist\/facilitation\/rotation\.js$/;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    react(),
    // The server sends these as they are; compressing on each request would cost it the time it needs for the relay.
    compression({ algorithms: ['gzip', 'brotliCompress'], include: /\.(js|css|html|svg)$/ }),
  ],
  resolve: {
    alias: {
      'lib0/logging': `${import.meta.dirname}/src/model/yjs-logging.ts`,
      'lib0/broadcastchannel': `${import.meta.dirname}/src/model/tabs-apart.ts`,
    },
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
    rolldownOptions: {
      output: {
        // Every page needs these small parts. Left alone they become a dozen chunks of half a kilobyte, which
        // gzip cannot compress against each other: together they save the join page 2 kB of its 80.
        codeSplitting: {
          groups: [
            { name: 'base', test: BASE },
            { name: 'live', test: LIVE },
            // Six requests at a time is what a browser sends, and twenty small files keep the session waiting behind them.
            { name: 'parts', test: PARTS, includeDependenciesRecursively: false },
            { name: 'around', test: AROUND, includeDependenciesRecursively: false },
            { name: 'asked', test: ASKED, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': SERVER, '/ws': { target: SERVER, ws: true } },
  },
});
