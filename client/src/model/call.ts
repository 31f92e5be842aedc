/** How the model asks the server: `callApi` of `api.ts`, passed in so that it runs without a page. */
import type { ApiName, ApiRequest, ApiResponse } from '@ruimte/shared/protocol/api';

/** @throws RuimteError with the server's code; anything else means the server was not reached. */
export type CallApi = <Name extends ApiName>(
  name: Name,
  request: ApiRequest<Name>,
  options?: { readonly session?: string; readonly base?: string; readonly signal?: AbortSignal },
) => Promise<ApiResponse<Name>>;

/** The same, with session and address filled in. */
export type Ask = <Name extends ApiName>(
  name: Name,
  request: ApiRequest<Name>,
  signal?: AbortSignal,
) => Promise<ApiResponse<Name>>;
