// SPDX-License-Identifier: EUPL-1.2
import { typeOfBytes } from './type-of-bytes.js';

const bytes = (...parts: readonly (string | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
/** The box with which an MP4 begins (ISO/IEC 14496-12 §4.3). */
const ftyp = (brand: string): Buffer => bytes([0, 0, 0, 24], 'ftyp', brand, [0, 0, 0, 0], brand, 'isom');

test.each<[string, Buffer, string | null]>([
  ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF', [0]), 'image/jpeg'],
  [
    'a PNG',
    bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13], 'IHDR', [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0, 0, 0, 0]),
    'image/png',
  ],
  ['a GIF', bytes('GIF89a', [1, 0, 1, 0]), 'image/gif'],
  ['a WebP', bytes('RIFF', [36, 0, 0, 0], 'WEBPVP8 '), 'image/webp'],
  ['an AVIF', ftyp('avif'), 'image/avif'],
  ['an MP3 with a tag', bytes('ID3', [3, 0, 0, 0, 0, 0, 0], [0xff, 0xfb, 0x90, 0x64]), 'audio/mpeg'],
  ['a film', ftyp('isom'), 'video/mp4'],
  ['a sound of a phone', ftyp('M4A '), 'audio/mp4'],
  ['a PDF', bytes('%PDF-1.7\n'), 'application/pdf'],
  ['a photo as iPhones store it', ftyp('heic'), 'image/heic'],
  ['an empty file', Buffer.alloc(0), null],
  ['a text', bytes('Lis le texte, puis réponds aux questions.'), null],
  [
    'F1 an SVG',
    bytes('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    null,
  ],
  ['F1 an SVG without a declaration', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
  ['F1 an HTML page', bytes('<!doctype html><script>alert(1)</script>'), null],
  ['F1 a script', bytes('#!/bin/sh\nrm -rf /\n'), null],
])('the bytes of %s tell their type', async (_name, head, type) => {
  expect(await typeOfBytes(head)).toBe(type);
});
