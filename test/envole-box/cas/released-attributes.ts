// SPDX-License-Identifier: EUPL-1.2
import type { ValidationPath } from './cas-flavour.js';
import type { ServiceTicket } from './ticket-registry.js';

/** All values of each name. */
export type Elements = Record<string, string[]>;

/** The attributes that CAS 3.0 adds on `/p3/…` (§2.5.7, §2.8, §2.9); undefined on the paths of CAS 2.0. */
export function releasedAttributes(path: ValidationPath, ticket: ServiceTicket): Elements | undefined {
  if (!path.startsWith('/p3/')) return undefined;
  return {
    authenticationDate: [ticket.issuedAt.toISOString()],
    longTermAuthenticationRequestTokenUsed: ['false'],
    isFromNewLogin: [String(ticket.isFromNewLogin)],
    ...ticket.account.attributes,
  };
}
