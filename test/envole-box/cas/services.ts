// SPDX-License-Identifier: EUPL-1.2

/**
 * Whether the server may send people and tickets to a service: an http(s) address that begins, by whole path segments, with one of
 * `allowed`; any such address when nothing is listed.
 */
export function isAllowedService(service: string, allowed: readonly string[] | undefined): boolean {
  const url = webAddress(service);
  if (!url) return false;
  return !allowed || allowed.some((prefix) => isWithin(url, webAddress(prefix)));
}

/** The origin of an address that is known to be a web address, for a Content-Security-Policy. */
export function originOf(service: string): string {
  return webAddress(service)?.origin ?? '';
}

/** An address with an addition to its query, which itself stays the same byte by byte (CAS 3.0 §2.2.4, §2.5.4). */
export function withQuery(url: string, more: string): string {
  const [address = '', ...fragment] = url.split('#');
  const mark = address.includes('?') ? '&' : '?';
  return [`${address}${mark}${more}`, ...fragment].join('#');
}

/** An address as a `Location` header may carry it. */
export function headerSafe(address: string): string {
  return address.replaceAll(/[^\x21-\x7e]+/g, (text) => encodeURIComponent(text));
}

function webAddress(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}

function isWithin(url: URL, prefix: URL | undefined): boolean {
  if (!prefix || url.origin !== prefix.origin) return false;
  const folder = prefix.pathname.endsWith('/') ? prefix.pathname : `${prefix.pathname}/`;
  return url.pathname === prefix.pathname || url.pathname.startsWith(folder);
}
