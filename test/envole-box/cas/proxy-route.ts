// SPDX-License-Identifier: EUPL-1.2
import type { CasAnswer, CasContext, CasRequest } from './cas-exchange.js';
import type { ProxyFailureCode } from './failure-code.js';
import { isAllowedService } from './services.js';
import type { ServiceTicket } from './ticket-registry.js';
import { jsonAnswer, proxyJson, wantsJson } from './validation-json.js';
import { proxyXml, xmlAnswer } from './validation-xml.js';

/** CAS 3.0 §2.7: a service that holds a proxy-granting ticket asks for a ticket to show to another service. */
export function proxy(context: CasContext, request: CasRequest): CasAnswer {
  const outcome = proxyTicket(context, request);
  return wantsJson(context.flavour, request.query) ? jsonAnswer(proxyJson(outcome)) : xmlAnswer(proxyXml(outcome));
}

function proxyTicket(
  { tickets, allowedServices }: CasContext,
  { query }: CasRequest,
): ServiceTicket | ProxyFailureCode {
  const pgt = query.get('pgt');
  const service = query.get('targetService');
  if (!pgt || !service) return 'INVALID_REQUEST';
  if (!isAllowedService(service, allowedServices)) return 'UNAUTHORIZED_SERVICE';
  return tickets.issueByProxy(pgt, service) ?? 'INVALID_TICKET';
}
