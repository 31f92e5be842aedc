/** Binds every endpoint of the `API` table to its handler. */
import { API, type ApiName } from '@ruimte/shared/protocol/api';
import type { Session } from '../meetup/sessions.ts';
import type { Edge } from './edge.ts';
import type { Handlers, Services } from './handlers.ts';
import { organiserHandlers } from './organiser.ts';
import { participantHandlers } from './participant.ts';
import { route } from './route.ts';

const HANDLERS: Handlers = { ...organiserHandlers, ...participantHandlers };

/** Serves the whole HTTP interface. */
export function addHandlers(edge: Edge<Session>, services: Services): void {
  const add = <Name extends ApiName>(name: Name): void => {
    route<Name, Session>(edge, name, ({ request, session }) =>
      HANDLERS[name](services, { request, session }),
    );
  };
  for (const name of Object.keys(API) as ApiName[]) add(name);
}
