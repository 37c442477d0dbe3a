// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import { UnavailableError } from '../../../api/errors.js';
import type { HostContext } from '../../context/host-context.js';

/** A ticket for another service in the name of the signed-in user. @throws UnavailableError when the SSO gives none */
export async function ticketFor(
  { authProvider, pendingPgts }: Pick<HostContext, 'authProvider' | 'pendingPgts'>,
  { session }: Request,
  service: string,
): Promise<string> {
  const grant = session.grant === undefined ? undefined : pendingPgts.reveal(session.grant);
  if (!authProvider?.proxying || grant === undefined)
    throw new UnavailableError('The SSO has not let Volée speak for this person at other services.', {
      remedy:
        'Set "proxyTickets" in the settings of cas-bridge, see that the SSO reaches /cas/proxy, and let the person log in again.',
    });
  return authProvider.proxying.ticketFor(grant, service);
}
