// SPDX-License-Identifier: EUPL-1.2
import { decodeHexEscapes } from './escapes.js';

// RDNs of a key are parted by a line feed, which no escaped or plain comma can be taken for.
const SEPARATOR = '\n';

/**
 * Two DNs name the same entry exactly when their keys are equal: case, spaces around commas and equal signs, and the
 * manner of escaping (RFC 4514 §2.4) do not count.
 */
export function dnKey(dn: string): string {
  if (dn.trim() === '') return '';
  const parts = dn.match(/(?:\\.|[^\\,])+/gs) ?? [];
  return parts.map((part) => unescape(part.trim().replace(/\s*=\s*/, '=')).toLowerCase()).join(SEPARATOR);
}

export function parentKey(key: string): string {
  const end = key.indexOf(SEPARATOR);
  return end < 0 ? '' : key.slice(end + 1);
}

/** Whether the first key stands somewhere below the second. */
export function isBelow(key: string, ancestor: string): boolean {
  return key.endsWith(SEPARATOR + ancestor);
}

// After the bytes, an escape is a single character: `\,` is a comma.
function unescape(text: string): string {
  return decodeHexEscapes(text).replaceAll(/\\(.)/gs, '$1');
}
