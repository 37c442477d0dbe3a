// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { ServiceTicket } from './ticket-registry.js';

/** What came of one back-channel logout message. */
export interface LogoutReport {
  ticket: string;
  service: string;
  /** Whether the service answered with a success status, as it SHALL (CAS 3.0 §2.3.3). */
  isAccepted: boolean;
  /** HTTP status, or why there was no answer. */
  outcome: number | string;
}

const TIME_LIMIT_MS = 5_000;

/**
 * Tells one service that the session it opened with this ticket is over: a POST to the service URL with the SAML
 * message in the form field `logoutRequest` (CAS 3.0 §2.3.3, appendix C). Never throws: what fails is in the report.
 */
export async function postLogout({ id, service }: ServiceTicket, now: Date): Promise<LogoutReport> {
  const report = { ticket: id, service };
  try {
    const response = await fetch(service, {
      method: 'POST',
      body: new URLSearchParams({ logoutRequest: logoutRequestXml(id, now) }),
      headers: { Connection: 'close' }, // nothing may keep the service's port open after its tests
      redirect: 'manual',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    await response.body?.cancel();
    return { ...report, isAccepted: response.ok, outcome: response.status };
  } catch (error) {
    return { ...report, isAccepted: false, outcome: reasonOf(error) };
  }
}

/** The SAML 2.0 LogoutRequest whose SessionIndex is the ticket (appendix C). */
export function logoutRequestXml(ticket: string, now: Date): string {
  return [
    '<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"',
    ` ID="LR-${randomUUID()}" Version="2.0" IssueInstant="${now.toISOString()}">`,
    '<saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">@NOT_USED@</saml:NameID>',
    `<samlp:SessionIndex>${ticket}</samlp:SessionIndex>`,
    '</samlp:LogoutRequest>',
  ].join('');
}

// By shape and not by class: the errors of `fetch` are not always those of the realm that called it.
function reasonOf(error: unknown): string {
  const { message, cause } = Object(error) as { message?: string; cause?: { message?: string } };
  return cause?.message ?? message ?? String(error);
}
