// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { ServiceTicket } from './ticket-registry.js';

/** The result of one back-channel logout message. */
export interface LogoutReport {
  ticket: string;
  service: string;
  /** Whether the service answered with a success status, as it SHALL (CAS 3.0 §2.3.3). */
  isAccepted: boolean;
  /** HTTP status, or the reason for the missing answer. */
  outcome: number | string;
}

const TIME_LIMIT_MS = 5_000;

/**
 * Notifies a service that the session opened with this ticket has ended: a POST to the service URL with the SAML message in the form
 * field `logoutRequest` (CAS 3.0 §2.3.3, appendix C). Never throws: failures are in the report.
 */
export async function postLogout({ id, service }: ServiceTicket, now: Date): Promise<LogoutReport> {
  const report = { ticket: id, service };
  try {
    const response = await fetch(service, {
      method: 'POST',
      body: new URLSearchParams({ logoutRequest: logoutRequestXml(id, now) }),
      headers: { Connection: 'close' }, // no connection may keep the service's port open after its tests
      redirect: 'manual',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    await response.body?.cancel();
    return { ...report, isAccepted: response.ok, outcome: response.status };
  } catch (error) {
    return { ...report, isAccepted: false, outcome: reasonOf(error) };
  }
}

/** The SAML 2.0 LogoutRequest with the ticket as SessionIndex (appendix C). */
export function logoutRequestXml(ticket: string, now: Date): string {
  return [
    '<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"',
    ` ID="LR-${randomUUID()}" Version="2.0" IssueInstant="${now.toISOString()}">`,
    '<saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">@NOT_USED@</saml:NameID>',
    `<samlp:SessionIndex>${ticket}</samlp:SessionIndex>`,
    '</samlp:LogoutRequest>',
  ].join('');
}

// Checks the properties and not the class: errors of `fetch` may belong to another realm than the caller's.
function reasonOf(error: unknown): string {
  const { message, cause } = Object(error) as { message?: string; cause?: { message?: string } };
  return cause?.message ?? message ?? String(error);
}
