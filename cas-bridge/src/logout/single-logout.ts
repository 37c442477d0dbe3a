// SPDX-License-Identifier: EUPL-1.2
import { isProxyTicket, isServiceTicket } from '../protocol/ticket.js';
import { readXml } from '../protocol/xml-element.js';

/** A message has some 500 characters. */
const MAX_CHARACTERS = 16_384;

/**
 * The service or proxy ticket, whichever opened the session, that a back-channel logout message names (CAS 3.0 §2.3.3.2, Appendix C).
 *
 * Names are read without their namespace, which servers write in many ways. Nothing is at stake: whoever can name a
 * ticket could also have used it.
 * @param message the XML text
 * @returns undefined when it is no such message
 */
export function readLogout(message: string): string | undefined {
  if (message.length > MAX_CHARACTERS) return undefined;
  const request = readXml(message);
  if (request?.name !== 'LogoutRequest') return undefined;
  const [index, ...others] = request.children.filter(({ name }) => name === 'SessionIndex');
  const ticket = others.length === 0 ? index?.text : undefined;
  return isServiceTicket(ticket) || isProxyTicket(ticket) ? ticket : undefined;
}
