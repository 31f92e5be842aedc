/** The open meet-up, for every component of its pages. */
import type { ApiName, ApiRequest, ApiResponse } from '@ruimte/shared/protocol/api';
import { createContext, useContext } from 'react';
import type { MeetupModel } from '../model/meetup-model.ts';

/** Asks the server in the name of this session. @throws RuimteError, OfflineError. */
export type AskServer = <Name extends ApiName>(
  name: Name,
  request: ApiRequest<Name>,
) => Promise<ApiResponse<Name>>;

/** What the pages of a meet-up share. */
export interface OpenMeetup {
  readonly model: MeetupModel;
  readonly ask: AskServer;
}

/** Filled by `MeetupProvider`, or by a test with a model of its own. */
export const MeetupContext = createContext<OpenMeetup | undefined>(undefined);

function useOpenMeetup(): OpenMeetup {
  const open = useContext(MeetupContext);
  if (open === undefined) throw new Error('this component needs an open meet-up around it');
  return open;
}

/** The model of the meet-up this page is in. */
export function useMeetup(): MeetupModel {
  return useOpenMeetup().model;
}

/** Asks the server with the session of this meet-up. */
export function useAsk(): AskServer {
  return useOpenMeetup().ask;
}
