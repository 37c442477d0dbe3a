// SPDX-License-Identifier: EUPL-1.2
import { isAllowedService, withQuery } from './services.js';
import type { CasContext } from './cas-exchange.js';
import type { FailureCode } from './failure-code.js';
import type { ProxyGrant, ServiceTicket } from './ticket-registry.js';

/** The rules for the `pgtUrl` of a service. */
export interface ProxyCallbackRules {
  /** Also allows `http` on the loopback, for tests; otherwise only `https` with a trusted certificate (CAS 3.0 §2.5.4). */
  isHttpAllowed?: boolean;
  /** A callback that does not answer 200 makes the validation fail; otherwise only the IOU is omitted (CAS 3.0 §2.5.4). */
  mustAnswer?: boolean;
}

const TIME_LIMIT_MS = 5_000;

/**
 * Makes a proxy-granting ticket and delivers it by a GET of the `pgtUrl`, keeping its query (CAS 3.0 §2.5.4).
 * @returns the grant; undefined when the callback refused it; or the reason for refusing the `pgtUrl`
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
    return false; // the callback is not reachable, or its certificate is not trusted
  }
}
