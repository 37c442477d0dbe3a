// SPDX-License-Identifier: EUPL-1.2
import type { Proxying } from '@volee/core-adapter/login';

import type { CasServer } from '../protocol/cas-server.js';
import type { TextAnswer } from '../transport/fetch-text.js';
import { uselessAnswer } from '../transport/outage-error.js';
import { isProxyGrantingTicket, isProxyGrantingTicketIou, isProxyTicket } from '../protocol/ticket.js';
import { refusal } from '../validation/validation-result.js';
import { named } from '../protocol/cas-elements.js';
import { readServiceXml } from '../validation/xml-response.js';

/** Tickets for other services in a person's name (CAS 3.0 §2.5.4, §2.7). */
export function proxying(server: CasServer, get: (url: URL) => Promise<TextAnswer>): Proxying {
  return {
    readGrant({ pgtIou, pgtId }) {
      return isProxyGrantingTicketIou(pgtIou) && isProxyGrantingTicket(pgtId)
        ? { id: pgtIou, grant: pgtId }
        : undefined;
    },
    async ticketFor(grant, service) {
      const { status, text } = await get(server.proxyUrl(grant, service));
      const answer = status === 200 ? readServiceXml(text, 'proxySuccess', 'proxyFailure') : undefined;
      const [ticket] = answer?.name === 'proxySuccess' ? named(answer, 'proxyTicket') : [];
      if (isProxyTicket(ticket?.text)) return ticket.text;
      throw uselessAnswer(
        status,
        `The CAS server at ${server.baseUrl} issues no ticket for ${new URL(service).origin} (${reasonOf(answer, status)}).`,
        'Check that it allows Volée to act for users there.',
      );
    },
  };
}

/** The reason of a refusal: a code of CAS 3.0 §2.7.3, or the word in its place; never the text, which may repeat a ticket. */
function reasonOf(answer: ReturnType<typeof readServiceXml>, status: number): string {
  const { code } = refusal(answer?.attributes.get('code'));
  return code === 'UNKNOWN_CODE' ? `status ${status}` : code;
}
