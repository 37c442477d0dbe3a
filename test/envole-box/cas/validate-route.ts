// SPDX-License-Identifier: EUPL-1.2
import type { CasAnswer, CasContext, CasRequest } from './cas-exchange.js';
import type { ValidationPath } from './cas-flavour.js';
import type { FailureCode } from './failure-code.js';
import { grantProxy } from './proxy-callback.js';
import type { Success } from './success.js';
import { jsonAnswer, validationJson, wantsJson } from './validation-json.js';
import { validationXml, xmlAnswer } from './validation-xml.js';

/** CAS 3.0 §2.4, §2.5, §2.6, §2.8 and §2.9: validates a ticket for a service. */
export async function validate(path: ValidationPath, context: CasContext, request: CasRequest): Promise<CasAnswer> {
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
