/** Binds every endpoint of the `API` table to its handler. */
import { API } from '@ruimte/shared/protocol/api';
import type { Session } from '../meetup/sessions.ts';
import type { Edge } from './edge.ts';
import { addHealth } from './health.ts';
import type { HandledName, Handlers, Services } from './handlers.ts';
import { organiserHandlers } from './organiser.ts';
import { participantHandlers } from './participant.ts';
import { route } from './route.ts';

/** Version of the product as health says it. */
const VERSION = '0.1.0';

const HANDLERS: Handlers = { ...organiserHandlers, ...participantHandlers };

/** Serves the whole HTTP interface. */
export function addHandlers(edge: Edge<Session>, services: Services): void {
  const add = <Name extends HandledName>(name: Name): void => {
    route<Name, Session>(edge, name, ({ request, session }) =>
      HANDLERS[name](services, { request, session }),
    );
  };
  for (const name of Object.keys(API)) if (name !== 'health') add(name as HandledName);
  addHealth(edge, VERSION, () => ({
    saving: services.loop.saving,
    people: services.sockets().connected().size,
    damaged: services.rooms.setApart.length,
    boards: [...services.rooms.loaded.keys()].filter((key) => !key.includes('/')).length,
  }));
}
