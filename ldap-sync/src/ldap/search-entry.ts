// SPDX-License-Identifier: EUPL-1.2
import { elementsIn, MalformedMessage, readElement, type Element } from './ber.js';
import { GUID_LENGTH, guidText } from './guid.js';
import type { LdapEntry } from './ldap-entry.js';

/** The positions of the id and of the operation in a message (RFC 4511 §4.1.1). */
export interface Envelope {
  readonly id: number;
  /** The position of the operation: everything from there on is the answer itself. */
  readonly afterId: number;
  readonly operation: Element;
}

/** `[APPLICATION 4]`: an entry that a search found (RFC 4511 §4.5.2). */
export const SEARCH_RESULT_ENTRY = 0x64;

/** @throws MalformedMessage */
export function readEnvelope(message: Buffer): Envelope {
  const whole = readElement(message, 0, message.length);
  const id = readElement(message, whole.start, whole.end);
  if (id.end - id.start > 4 || id.end === id.start) throw new MalformedMessage('a message without an id');
  return {
    id: message.readUIntBE(id.start, id.end - id.start),
    afterId: id.end,
    operation: readElement(message, id.end, whole.end),
  };
}

/**
 * Reads the wanted attributes of an entry and nothing else: some servers send more than was requested, and a photo may have a megabyte. The
 * name stays as it was sent.
 * @param wanted names of attributes in lower case
 * @throws MalformedMessage
 */
export function readEntry(message: Buffer, operation: Element, wanted: ReadonlySet<string>): LdapEntry {
  const name = readElement(message, operation.start, operation.end);
  const list = readElement(message, name.end, operation.end);
  const attributes = new Map<string, readonly string[]>();
  for (const attribute of elementsIn(message, list)) {
    const type = readElement(message, attribute.start, attribute.end);
    const key = textOf(message, type).toLowerCase();
    // An AD hands over long lists in ranges: a part must not pass for the whole.
    const [bare = key, ...options] = key.split(';');
    if (options.some((option) => option.startsWith('range=')) && wanted.has(bare))
      throw new MalformedMessage(`only a part of ${bare} (${key}), and this version does not join parts`);
    if (!wanted.has(key)) continue;
    const set = readElement(message, type.end, attribute.end);
    const values = Array.from(elementsIn(message, set), (value) => valueOf(message, key, value));
    if (values.length > 0) attributes.set(key, values);
  }
  return { dn: textOf(message, name), attributes };
}

/** `objectGUID` is sent as bytes, which read as text would lose some; every other attribute in use is text. */
function valueOf(message: Buffer, attribute: string, value: Element): string {
  const isGuid = attribute === 'objectguid' && value.end - value.start === GUID_LENGTH;
  return isGuid ? guidText(message.subarray(value.start, value.end)) : textOf(message, value);
}

function textOf(message: Buffer, { start, end }: Element): string {
  return message.toString('utf8', start, end);
}
