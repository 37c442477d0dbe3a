// SPDX-License-Identifier: EUPL-1.2
import type { CasAnswer, CasContext, CasRequest } from './cas-exchange.js';
import { knowsPath, type ServicePath, type ValidationPath } from './cas-flavour.js';
import { answerInTrouble } from './trouble.js';
import type { ProxyFailureCode, FailureCode } from './failure-code.js';
import { isAllowedService } from './services.js';
import type { ServiceTicket } from './ticket-registry.js';
import { jsonAnswer, proxyJson, wantsJson, validationJson } from './validation-json.js';
import { proxyXml, xmlAnswer, validationXml } from './validation-xml.js';
import { grantProxy } from './proxy-callback.js';
import type { Success } from './success.js';

/** The endpoints for services. Some flavours lack them, and a test can make them slow or broken. */
export async function answerService(path: ServicePath, context: CasContext, request: CasRequest): Promise<CasAnswer> {
  await context.gate?.();
  if (!knowsPath(context.flavour, path)) return { status: 404, body: 'Not Found' };
  if (context.trouble) return answerInTrouble(context.trouble);
  return path === '/proxy' ? proxy(context, request) : validate(path, context, request);
}

/** CAS 3.0 §2.7: a service that holds a proxy-granting ticket asks for a ticket to show to another service. */
function proxy(context: CasContext, request: CasRequest): CasAnswer {
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

/** CAS 3.0 §2.4, §2.5, §2.6, §2.8 and §2.9: validates a ticket for a service. */
async function validate(path: ValidationPath, context: CasContext, request: CasRequest): Promise<CasAnswer> {
  const { flavour } = context;
  const outcome = await redeem(path, context, request);
  if (path === '/validate') return plainAnswer(outcome);
  return wantsJson(flavour, request.query)
    ? jsonAnswer(validationJson(path, outcome))
    : xmlAnswer(validationXml(flavour, path, outcome));
}

async function redeem(
  path: ValidationPath,
  context: CasContext,
  { query }: CasRequest,
): Promise<Success | FailureCode> {
  const id = query.get('ticket');
  const service = query.get('service');
  if (!id || !service) return 'INVALID_REQUEST';
  const acceptsProxyTickets = path.endsWith('/proxyValidate');
  const ticket = context.tickets.redeem({ id, service, renew: query.get('renew') === 'true', acceptsProxyTickets });
  if (typeof ticket === 'string') return ticket;

  const pgtUrl = query.get('pgtUrl');
  if (pgtUrl === null || path === '/validate') return { ticket };
  const grant = await grantProxy(context, ticket, pgtUrl);
  if (typeof grant === 'string') return grant;
  return grant ? { ticket, iou: grant.iou } : { ticket };
}

// CAS 3.0 §2.4.2: two lines of text, and no attributes.
function plainAnswer(outcome: Success | FailureCode): CasAnswer {
  const body = typeof outcome === 'string' ? 'no\n' : `yes\n${outcome.ticket.account.login}\n`;
  return { status: 200, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body };
}
