// SPDX-License-Identifier: EUPL-1.2
import { elementsIn, type Element } from './ber.js';

/** `[APPLICATION 19]`: a part of the answer is at another server (RFC 4511 §4.5.3). */
const SEARCH_RESULT_REFERENCE = 0x73;
/** `[APPLICATION 5]`: the end of a search (RFC 4511 §4.5.2). */
const SEARCH_RESULT_DONE = 0x65;
/** `[3]`: the referral in a result (RFC 4511 §4.1.9). */
const REFERRAL = 0xa3;
const REFERRAL_CODE = 10;

/** The maximum number of characters of a URL in a message; a directory may send any number. */
const LONGEST_TOLD = 300;

/** Thrown when a directory names another server instead of answering in full. */
export class Referral extends Error {
  override readonly name = 'Referral';
  readonly code = REFERRAL_CODE;

  /**
   * @param urls several URLs name the same entries at different servers (RFC 4511 §4.1.10)
   * @param isContinuation whether it concerns a part of an answer, not the whole search
   */
  constructor(
    readonly urls: readonly string[],
    readonly isContinuation = false,
  ) {
    super(`referral to ${urls.join(' or ')}`);
  }
}

/** The referral in a message of a search; undefined when there is none. @throws MalformedMessage */
export function referralIn(message: Buffer, operation: Element): Referral | undefined {
  if (operation.tag === SEARCH_RESULT_REFERENCE) return new Referral(urlsIn(message, operation), true);
  if (operation.tag !== SEARCH_RESULT_DONE) return undefined;
  const [code, ...others] = elementsIn(message, operation);
  if (!code || code.end - code.start !== 1 || message[code.start] !== REFERRAL_CODE) return undefined;
  const urls = others.find(({ tag }) => tag === REFERRAL);
  return new Referral(urls ? urlsIn(message, urls) : []);
}

/** The name of the entry that an LDAP URL names (RFC 4516 §2); undefined when it names none. */
export function nameInUrl(url: string): string | undefined {
  const [, written = ''] = /^ldap[si]?:\/\/[^/?]*\/([^?]*)/i.exec(url) ?? [];
  try {
    return decodeURIComponent(written) || undefined;
  } catch {
    return undefined;
  }
}

/** The names of the entries in these URLs; undefined when one of them names none. */
export function namesInUrls(urls: readonly string[]): readonly string[] | undefined {
  const names = urls.map(nameInUrl).filter((name) => name !== undefined);
  return names.length === urls.length && names.length > 0 ? names : undefined;
}

/** The URLs of a list, without signs that a log or a terminal would not show as they are. */
function urlsIn(message: Buffer, list: Element): string[] {
  return Array.from(elementsIn(message, list), ({ start, end }) =>
    message
      .toString('utf8', start, end)
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .slice(0, LONGEST_TOLD),
  );
}
