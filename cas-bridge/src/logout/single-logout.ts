// SPDX-License-Identifier: EUPL-1.2
import { isProxyTicket, isServiceTicket } from '../protocol/ticket.js';
import { readXml } from '../protocol/xml-element.js';

/** A logout message has about 500 characters. */
const MAX_CHARACTERS = 16_384;

/**
 * Reads the ticket named by a back-channel logout message: the service or proxy ticket that opened the session (CAS 3.0 §2.3.3.2,
 * Appendix C). Namespaces are ignored, because servers write them in many ways. This is safe: a party that knows a ticket could also have
 * used it.
 * @param message the XML text
 * @returns undefined when the text is not a logout message
 */
export function readLogout(message: string): string | undefined {
  if (message.length > MAX_CHARACTERS) return undefined;
  const request = readXml(message);
  if (request?.name !== 'LogoutRequest') return undefined;
  const [index, ...others] = request.children.filter(({ name }) => name === 'SessionIndex');
  const ticket = others.length === 0 ? index?.text : undefined;
  return isServiceTicket(ticket) || isProxyTicket(ticket) ? ticket : undefined;
}
