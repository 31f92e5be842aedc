/** How the server is doing, for whoever watches over it: 200 while all is well, 503 while nothing can be saved. */
import { API, type Health } from '@ruimte/shared/protocol/api';
import type { Edge } from './edge.ts';
import { answerJson } from './route.ts';

/** What only the rest of the server knows. */
export type Vitals = Pick<Health, 'saving' | 'people' | 'boards' | 'damaged'>;

/** Serves `health`; it needs no session and names nobody. */
export function addHealth<Session>(edge: Edge<Session>, version: string, readVitals: () => Vitals): void {
  const startedAt = edge.clock.now();
  edge.app.get(API.health.path, (context) => {
    const vitals = readVitals();
    const health: Health = {
      ok: vitals.saving,
      ...vitals,
      uptimeMs: edge.clock.now() - startedAt,
      version,
    };
    return answerJson(context, health, health.ok ? 200 : 503);
  });
}
