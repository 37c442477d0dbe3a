// SPDX-License-Identifier: EUPL-1.2

/** One element of BER as LDAP restricts it (RFC 4511 §5.1): a tag of one byte, a definite length, and where its value stands. */
export interface Element {
  readonly tag: number;
  /** The position of its first byte. */
  readonly start: number;
  readonly end: number;
}

/** Thrown at bytes that are not LDAP. */
export class MalformedMessage extends Error {
  override readonly name = 'MalformedMessage';
}

const LONGEST_LENGTH = 4;

/**
 * Reads tag and length at an offset; the value may lie beyond the end of what is there. Undefined when not even these are complete.
 * @throws MalformedMessage at a length that is indefinite or longer than four bytes
 */
export function readHeader(bytes: Buffer, offset: number): Element | undefined {
  const [tag, first] = [bytes[offset], bytes[offset + 1]];
  if (tag === undefined || first === undefined) return undefined;
  if (first < 0x80) return { tag, start: offset + 2, end: offset + 2 + first };
  const size = first & 0x7f;
  if (size === 0 || size > LONGEST_LENGTH) throw new MalformedMessage(`a length of ${size} bytes`);
  const start = offset + 2 + size;
  if (start > bytes.length) return undefined;
  return { tag, start, end: start + bytes.readUIntBE(offset + 2, size) };
}

/** Reads the element at an offset, all of it. @throws MalformedMessage when it does not end before `end` */
export function readElement(bytes: Buffer, offset: number, end: number): Element {
  const element = readHeader(bytes, offset);
  if (!element || element.end > end) throw new MalformedMessage('an element longer than its container');
  return element;
}

/** The elements in a value, one after the other. @throws MalformedMessage */
export function* elementsIn(bytes: Buffer, { start, end }: Omit<Element, 'tag'>): Generator<Element> {
  for (let at = start; at < end;) {
    const element = readElement(bytes, at, end);
    yield element;
    at = element.end;
  }
}
