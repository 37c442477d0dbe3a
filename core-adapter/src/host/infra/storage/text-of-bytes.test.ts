// SPDX-License-Identifier: EUPL-1.2
import { textOfBytes } from './text-of-bytes.js';

test('a text is read as UTF-8, or else as Windows-1252', async () => {
  const text = 'Œuvre : « été »\r\n\tÀ lire';
  expect(await textOfBytes(Buffer.from(text))).toBe(text);
  expect(await textOfBytes(Buffer.from([0xe9, 0x74, 0xe9, 0x20, 0x9c]))).toBe('été œ');
});

test('a text may be cut in the middle of a character', async () => {
  expect(await textOfBytes(Buffer.from('xéé').subarray(0, 4))).toBe('xé');
});

test('F1: markup is a text, and what has control characters or a type is none', async () => {
  expect(await textOfBytes(Buffer.from('<script>alert(1)</script>'))).toBe('<script>alert(1)</script>');
  expect(await textOfBytes(Buffer.from('a\u0000b'))).toBeUndefined();
  expect(await textOfBytes(Buffer.from('%PDF-1.7\n'))).toBeUndefined();
  expect(await textOfBytes(Buffer.alloc(0))).toBeUndefined();
});
