// SPDX-License-Identifier: EUPL-1.2
import type { LdapEntry } from '../ldap-entry.js';

const SAFE_STRING = /^[^\0\r\n\u0080-\uffff :<][^\0\r\n\u0080-\uffff]*$/; // RFC 2849: SAFE-INIT-CHAR, then SAFE-CHARs
const LINE_LENGTH = 76;

/** LDIF (RFC 2849) of entries, ready for `slapadd`, which takes `entryUUID` as it is given: base64 where a value needs it, long lines folded. */
export function toLdif(entries: readonly LdapEntry[]): string {
  const records = entries.map(({ dn, attributes }) => {
    const values = Object.entries(attributes).flatMap(([name, list]) => list.map((value) => line(name, value)));
    return [line('dn', dn), ...values].join('\n');
  });
  return records.join('\n\n') + '\n'; // no `version: 1`: slapadd takes it for an entry without a DN
}

function line(name: string, value: string): string {
  if (value === '') return `${name}:`;
  const isSafe = SAFE_STRING.test(value) && !value.endsWith(' '); // note 8: a last space SHOULD be encoded
  return fold(isSafe ? `${name}: ${value}` : `${name}:: ${Buffer.from(value).toString('base64')}`);
}

function fold(text: string): string {
  const lines = [text.slice(0, LINE_LENGTH)];
  for (let at = LINE_LENGTH; at < text.length; at += LINE_LENGTH - 1)
    lines.push(` ${text.slice(at, at + LINE_LENGTH - 1)}`);
  return lines.join('\n');
}
