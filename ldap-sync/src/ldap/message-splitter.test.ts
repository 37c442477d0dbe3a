// SPDX-License-Identifier: EUPL-1.2
import { MalformedMessage } from './ber.js';
import { MessageSplitter } from './message-splitter.js';
import { readEntry, readEnvelope, SEARCH_RESULT_ENTRY } from './search-entry.js';

function element(tag: number, ...values: readonly Buffer[]): Buffer {
  const value = Buffer.concat(values);
  const length =
    value.length < 0x80
      ? Buffer.from([value.length])
      : Buffer.from([0x83, ...[16, 8, 0].map((by) => (value.length >> by) & 0xff)]);
  return Buffer.concat([Buffer.from([tag]), length, value]);
}

const text = (value: string | Buffer): Buffer => element(0x04, Buffer.from(value));

/** A search result entry (RFC 4511 §4.5.2). */
function entry(id: number, dn: string, attributes: Readonly<Record<string, readonly (string | Buffer)[]>>): Buffer {
  const list = Object.entries(attributes).map(([type, values]) =>
    element(0x30, text(type), element(0x31, ...values.map(text))),
  );
  return element(
    0x30,
    element(0x02, Buffer.from([id])),
    element(SEARCH_RESULT_ENTRY, text(dn), element(0x30, ...list)),
  );
}

function splitAll(splitter: MessageSplitter, chunks: readonly Buffer[]): Buffer[] {
  return chunks.flatMap((chunk) => [...splitter.split(chunk)]);
}

const LEA = entry(3, 'uid=léa,o=gouv,c=fr', {
  uid: ['lea'],
  CN: ['Léa', 'Léa M.'],
  jpegPhoto: [Buffer.alloc(70_000, 0xff)],
});

describe('messages', () => {
  test.each([1, 3, 1_000, 65_536, LEA.length])('come whole however the bytes are cut: by %i', (size) => {
    const bytes = Buffer.concat([LEA, entry(3, 'uid=tom,c=fr', {}), LEA]);
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
      bytes.subarray(at * size, (at + 1) * size),
    );
    expect(splitAll(new MessageSplitter(), chunks).map(({ length }) => length)).toEqual([LEA.length, 23, LEA.length]);
  });

  test.each([
    ['another protocol', Buffer.from('HTTP/1.1 400 Bad Request')],
    ['an indefinite length', Buffer.from([0x30, 0x80, 0x00, 0x00])],
    ['a length of nine bytes', Buffer.from([0x30, 0x89, 0, 0])],
    ['2 GB', Buffer.from([0x30, 0x84, 0x7f, 0xff, 0xff, 0xff])],
  ])('%s is refused', (_what, bytes) => {
    expect(() => splitAll(new MessageSplitter(), [bytes])).toThrow(MalformedMessage);
  });
});

describe('an entry', () => {
  const { id, operation } = readEnvelope(LEA);

  test('L10 is read as far as it is wanted: names of attributes in any case, several values, accents, no photo', () => {
    expect([id, operation.tag]).toEqual([3, SEARCH_RESULT_ENTRY]);
    expect(readEntry(LEA, operation, new Set(['uid', 'cn', 'sn']))).toEqual({
      dn: 'uid=léa,o=gouv,c=fr',
      attributes: new Map([
        ['uid', ['lea']],
        ['cn', ['Léa', 'Léa M.']],
      ]),
    });
  });

  test('L5 a part of a list is refused: the rest would pass for gone', () => {
    const bytes = entry(3, 'cn=cm2,c=fr', { 'member;range=0-1499': ['uid=lea,c=fr'] });
    expect(() => readEntry(bytes, readEnvelope(bytes).operation, new Set(['member']))).toThrow(/only a part of member/);
    expect(readEntry(bytes, readEnvelope(bytes).operation, new Set(['cn'])).attributes.size).toBe(0);
  });

  test('an attribute without a value is absent', () => {
    const bytes = entry(3, 'c=fr', { uid: [] });
    expect(readEntry(bytes, readEnvelope(bytes).operation, new Set(['uid'])).attributes.size).toBe(0);
  });

  test('L12 one whose parts go beyond it is refused, at every cut', () => {
    const bytes = entry(3, 'uid=tom,c=fr', { uid: ['tom'], cn: ['Tom', 'T.'] });
    const read = (): unknown => readEntry(bytes, readEnvelope(bytes).operation, new Set(['uid', 'cn']));
    let refused = 0;
    for (let at = 1; at < bytes.length; at += 1) {
      const kept = bytes[at] ?? 0;
      bytes[at] = 0x7f;
      // A byte of a value may be anything; one of a length must not lead out of the message.
      try {
        read();
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedMessage);
        refused += 1;
      }
      bytes[at] = kept;
    }
    // The lengths: of the message, its id, the operation, the name, the list, two attributes, their types, sets and three values.
    expect(refused).toBeGreaterThanOrEqual(14);
    expect(read).not.toThrow();
  });
});
