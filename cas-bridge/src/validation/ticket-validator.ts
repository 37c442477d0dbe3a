// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '@volee/core-adapter';

import type { CasServer, ValidationQuery } from '../protocol/cas-server.js';
import type { TextAnswer } from '../transport/fetch-text.js';
import { uselessAnswer } from '../transport/outage-error.js';
import type { Flavour } from '../settings.js';
import { PROTOCOLS } from './protocols.js';
import { isProxyTicket } from '../protocol/ticket.js';
import type { ValidationResult } from './validation-result.js';

export interface TicketValidator {
  /**
   * Asks the CAS server, once, whether it gave this ticket for this service.
   * @throws OutageError when it gives no answer, or says that it is out of order
   * @throws UnavailableError when its answer cannot be understood
   */
  validate(query: ValidationQuery): Promise<ValidationResult>;
}

export function ticketValidator(
  server: CasServer,
  flavour: Flavour,
  get: (url: URL) => Promise<TextAnswer>,
): TicketValidator {
  // Results for one kind of ticket say nothing about the other: a server may have only one of the two endpoints.
  const protocols = { path: PROTOCOLS[flavour], proxyPath: PROTOCOLS[flavour] };

  async function validate(query: ValidationQuery): Promise<ValidationResult> {
    const kind = isProxyTicket(query.ticket) ? 'proxyPath' : 'path';
    for (const protocol of protocols[kind]) {
      const path = protocol[kind];
      if (path === undefined) return { accepted: false, code: 'INVALID_TICKET_SPEC' };
      const { status, text } = await get(server.validateUrl(path, query));
      // No such endpoint, so the ticket is still unused and may be shown to the next; any other answer may have used it up (CAS 3.0 §3.1.1).
      if (status === 404) continue;
      const reading = status === 200 ? protocol.read(text) : undefined;
      if (!reading) throw notUnderstood(`${server.baseUrl}${path}`, status);
      if (reading === 'nobody') throw namesNobody(`${server.baseUrl}${path}`);
      // The endpoint is remembered only after a proper answer: a server that is just starting says 404 to everything.
      protocols[kind] = [protocol];
      return reading;
    }
    throw notUnderstood(server.baseUrl, 404);
  }

  return { validate };
}

function notUnderstood(address: string, status: number): UnavailableError {
  return uselessAnswer(
    status,
    `The CAS server answered ${address} with status ${status} and without a CAS answer.`,
    'Check baseUrl and flavour.',
  );
}

function namesNobody(address: string): UnavailableError {
  return new UnavailableError(`The CAS server answered ${address} with a success without a user.`, {
    remedy: 'Check which attribute the SSO sends as user.',
  });
}
