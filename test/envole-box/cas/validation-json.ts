// SPDX-License-Identifier: EUPL-1.2
import type { CasAnswer } from './cas-exchange.js';
import type { CasFlavour, ValidationPath } from './cas-flavour.js';
import { failureMessages, type FailureCode, type ProxyFailureCode } from './failure-code.js';
import { releasedAttributes } from './released-attributes.js';
import type { Success } from './success.js';
import type { ServiceTicket } from './ticket-registry.js';

/** Whether the service asks for JSON (CAS 3.0 §2.5.1, format) and this flavour speaks it. */
export function wantsJson(flavour: CasFlavour, query: URLSearchParams): boolean {
  return flavour === 'cas3' && query.get('format')?.toUpperCase() === 'JSON';
}

/** The content of `serviceResponse`. Absent members are left out. */
export function validationJson(path: ValidationPath, outcome: Success | FailureCode): object {
  if (typeof outcome === 'string') return { authenticationFailure: failure(outcome) };
  const { ticket, iou } = outcome;
  return {
    authenticationSuccess: {
      user: ticket.account.login,
      attributes: releasedAttributes(path, ticket),
      proxyGrantingTicket: iou,
      proxies: ticket.proxies.length === 0 ? undefined : ticket.proxies,
    },
  };
}

/** CAS 3.0 §2.7.2. */
export function proxyJson(outcome: ServiceTicket | ProxyFailureCode): object {
  if (typeof outcome === 'string') return { proxyFailure: failure(outcome) };
  return { proxySuccess: { proxyTicket: outcome.id } };
}

export function jsonAnswer(serviceResponse: object): CasAnswer {
  const body = JSON.stringify({ serviceResponse });
  return { status: 200, headers: { 'Content-Type': 'application/json; charset=utf-8' }, body };
}

function failure(code: FailureCode | ProxyFailureCode): object {
  return { code, description: failureMessages[code] };
}
