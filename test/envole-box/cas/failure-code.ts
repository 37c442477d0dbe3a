// SPDX-License-Identifier: EUPL-1.2

/** Why a ticket is not accepted (CAS 3.0 §2.5.3). */
export type FailureCode =
  | 'INVALID_REQUEST'
  | 'INVALID_TICKET_SPEC'
  | 'UNAUTHORIZED_SERVICE_PROXY'
  | 'INVALID_PROXY_CALLBACK'
  | 'INVALID_TICKET'
  | 'INVALID_SERVICE'
  | 'INTERNAL_ERROR';

/** Why no proxy ticket is given (CAS 3.0 §2.7.3). */
export type ProxyFailureCode = 'INVALID_REQUEST' | 'INVALID_TICKET' | 'UNAUTHORIZED_SERVICE';

/** The sentence that stands beside each code. */
export const failureMessages: Readonly<Record<FailureCode | ProxyFailureCode, string>> = {
  INVALID_REQUEST: 'a parameter that is required is missing',
  INVALID_TICKET_SPEC: 'proxy tickets are not accepted here: ask /proxyValidate',
  UNAUTHORIZED_SERVICE_PROXY: 'this service may not be a proxy',
  UNAUTHORIZED_SERVICE: 'no proxy ticket is given for this service',
  INVALID_PROXY_CALLBACK: 'pgtUrl is not https or did not take the proxy-granting ticket',
  INVALID_TICKET: 'this ticket is not known, is spent or is too old',
  INVALID_SERVICE: 'this ticket was issued for another service',
  INTERNAL_ERROR: 'something went wrong in this server',
};
