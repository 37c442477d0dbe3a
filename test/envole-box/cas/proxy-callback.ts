// SPDX-License-Identifier: EUPL-1.2
import { isAllowedService, withQuery } from './services.js';
import type { CasContext } from './cas-exchange.js';
import type { FailureCode } from './failure-code.js';
import type { ProxyGrant, ServiceTicket } from './ticket-registry.js';

/** How this server treats the `pgtUrl` of a service. */
export interface ProxyCallbackRules {
  /** `http` on the loopback too, for tests; otherwise only `https` with a certificate that is trusted (§2.5.4). */
  isHttpAllowed?: boolean;
  /** A callback that did not answer 200 is a failure of the validation; otherwise only the IOU is left out (§2.5.4). */
  mustAnswer?: boolean;
}

const TIME_LIMIT_MS = 5_000;

/**
 * Makes a proxy-granting ticket and hands it to the service by a GET of its `pgtUrl`, whose own query stays (CAS 3.0
 * §2.5.4). Gives the grant; undefined where the callback did not take it; or why there is none.
 */
export async function grantProxy(
  { tickets, proxyCallbacks, allowedServices }: CasContext,
  ticket: ServiceTicket,
  pgtUrl: string,
): Promise<ProxyGrant | FailureCode | undefined> {
  if (!isSecure(pgtUrl, proxyCallbacks)) return 'INVALID_PROXY_CALLBACK';
  if (!isAllowedService(pgtUrl, allowedServices)) return 'UNAUTHORIZED_SERVICE_PROXY';

  const grant = tickets.grant(ticket, pgtUrl);
  if (await takes(pgtUrl, grant)) return grant;
  tickets.withdraw(grant);
  return proxyCallbacks.mustAnswer ? 'INVALID_PROXY_CALLBACK' : undefined;
}

function isSecure(pgtUrl: string, { isHttpAllowed = false }: ProxyCallbackRules): boolean {
  if (!URL.canParse(pgtUrl)) return false;
  const { protocol, hostname } = new URL(pgtUrl);
  return protocol === 'https:' || (isHttpAllowed && protocol === 'http:' && hostname === '127.0.0.1');
}

async function takes(pgtUrl: string, { id, iou }: ProxyGrant): Promise<boolean> {
  try {
    const response = await fetch(withQuery(pgtUrl, `pgtId=${id}&pgtIou=${iou}`), {
      headers: { Connection: 'close' },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false; // nobody there, or a certificate that is not trusted
  }
}
