import { openStore } from '@ruimte/server/store/open-store';
import { dataFolder } from './data-folder.ts';
import { describeStore } from './store-contract.ts';

describeStore({ name: 'memory', open: () => openStore({ kind: 'memory' }) });
describeStore({
  name: 'embedded',
  open: async () => openStore({ kind: 'embedded', folder: await dataFolder() }),
});
