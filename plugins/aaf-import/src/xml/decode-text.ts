// SPDX-License-Identifier: EUPL-1.2
import { TextDecoder } from 'node:util';
import { InputError } from '@volee/core-adapter';

/** Encodings of XML declarations, and the decoders for them. AAF uses one of the first two. */
const ENCODINGS = new Map(
  Object.entries({
    'utf-8': 'utf-8',
    'iso-8859-15': 'iso-8859-15',
    'iso-8859-1': 'iso-8859-1',
    'windows-1252': 'windows-1252',
    'us-ascii': 'utf-8',
  }),
);

/** Files that are packed, by their first bytes. */
const PACKED: readonly [magic: string, what: string][] = [
  ['504b', 'a zip archive'],
  ['1f8b', 'a gzip archive (.gz, .tgz)'],
];

/** Bytes by which kind and encoding of a file are known. */
const HEAD = 512;

/**
 * The text of an XML file, piece by piece, in the encoding that its declaration names (XML 1.0 §4.3.3).
 * @throws InputError when it is no XML or not written in that encoding
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  let head: Buffer | undefined = Buffer.alloc(0);
  let decoder: TextDecoder | undefined;
  for await (const piece of bytes) {
    if (decoder) {
      yield decode(decoder, piece);
      continue;
    }
    head = Buffer.concat([head ?? Buffer.alloc(0), piece]);
    if (head.length < HEAD) continue;
    decoder = decoderFor(head);
    yield decode(decoder, head);
    head = undefined;
  }
  if (decoder) yield decode(decoder);
  else if (head) yield decode(decoderFor(head), head, true);
}

function decoderFor(head: Buffer): TextDecoder {
  return new TextDecoder(encodingOf(head), { fatal: true });
}

/** @param whole there is nothing more to come */
function decode(decoder: TextDecoder, bytes?: Uint8Array, whole = bytes === undefined): string {
  try {
    return decoder.decode(bytes, { stream: !whole });
  } catch {
    throw new InputError(`it is not written in ${decoder.encoding.toUpperCase()}, as its first line says`, {
      remedy: EXPORT_ANEW,
    });
  }
}

const EXPORT_ANEW = 'Export it anew.';

function encodingOf(head: Buffer): string {
  if (head.length === 0) throw new InputError('it is empty', { remedy: EXPORT_ANEW });
  const packed = PACKED.find(([magic]) => head.toString('hex', 0, 2) === magic)?.[1];
  if (packed !== undefined) throw new InputError(`it is ${packed} and not XML`, { remedy: 'Unpack it first.' });
  const isUtf8 = head.toString('hex', 0, 3) === 'efbbbf';
  const text = head.toString('latin1', isUtf8 ? 3 : 0);
  if (!text.startsWith('<')) {
    throw new InputError('it does not begin like XML', { remedy: 'Hand over the file as it was exported.' });
  }
  const declared = /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1] ?? 'utf-8';
  const encoding = ENCODINGS.get(declared.toLowerCase());
  if (encoding === undefined) {
    throw new InputError(`its encoding "${declared}" is not known here; AAF is in ISO-8859-15 or UTF-8`);
  }
  return isUtf8 ? 'utf-8' : encoding;
}
