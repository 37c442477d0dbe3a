// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import type { HostContext } from '../context/host-context.js';
import { safeLocalPath } from './safe-local-path.js';
import { MARK } from './typist.js';

/** The address of the form with the person who may send it: `bindKeptForms` refuses all others. */
export function boundAction(
  { settings, lastPerson }: Pick<HostContext, 'settings' | 'lastPerson'>,
  request: Request,
  typistId: string,
): string {
  const url = new URL(safeLocalPath(request.originalUrl, settings.server.publicUrl), settings.server.publicUrl);
  url.searchParams.set(MARK, lastPerson.seal(typistId));
  return url.pathname + url.search;
}
