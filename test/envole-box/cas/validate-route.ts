// SPDX-License-Identifier: EUPL-1.2
import type { CasAnswer, CasContext, CasRequest } from './cas-exchange.js';
import { knowsPath, type ValidationPath } from './cas-flavour.js';
import type { FailureCode, ServiceTicket } from './ticket-registry.js';
import { answerInTrouble } from './trouble.js';
import { failureJson, failureXml, successJson, successXml } from './validation-answer.js';

/** CAS 3.0 §2.4, §2.5 and §2.8: a service asks whom a ticket stands for. */
export function validate(
  path: ValidationPath,
  context: CasContext,
  request: CasRequest,
): CasAnswer | Promise<CasAnswer> {
  const { flavour, trouble } = context;
  if (!knowsPath(flavour, path)) return { status: 404, body: 'Not Found' };
  if (trouble) return answerInTrouble(trouble);

  const outcome = redeem(context, request);
  if (path === '/validate') return plainAnswer(outcome);
  if (flavour === 'cas3' && request.query.get('format')?.toUpperCase() === 'JSON') {
    const body = typeof outcome === 'string' ? failureJson(outcome) : successJson(path, outcome);
    return { status: 200, headers: { 'Content-Type': 'application/json; charset=utf-8' }, body };
  }
  const body = typeof outcome === 'string' ? failureXml(outcome) : successXml(flavour, path, outcome);
  return { status: 200, headers: { 'Content-Type': 'application/xml; charset=utf-8' }, body };
}

function redeem({ tickets }: CasContext, { query }: CasRequest): ServiceTicket | FailureCode {
  const ticket = query.get('ticket');
  const service = query.get('service');
  if (!ticket || !service) return 'INVALID_REQUEST';
  return tickets.redeem(ticket, service, query.get('renew') === 'true');
}

// §2.4.2: two lines of text, and no attributes.
function plainAnswer(outcome: ServiceTicket | FailureCode): CasAnswer {
  const body = typeof outcome === 'string' ? 'no\n' : `yes\n${outcome.account.login}\n`;
  return { status: 200, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body };
}
