/** Where Node begins. Everything else is loaded after the memory it may take has been set. */
import { saveMemory } from './lean-memory.ts';

saveMemory();
const { run } = await import('./run.ts');
await run();
