// SPDX-License-Identifier: EUPL-1.2
import type { IncomingFile } from '@volee/core-adapter';
import type { GivenFile } from './files/recognise-file.js';

/** The largest file, in bytes; that of a large school is about 300 kB. */
export const MAX_BYTES = 20_000_000;

/** A file that is larger than allowed. */
export interface OversizeFile {
  readonly oversize: string;
}

/** The files of a request, held in memory until they are read and nowhere else. */
export async function receiveFiles(
  files: AsyncIterable<IncomingFile>,
  maxBytes = MAX_BYTES,
): Promise<readonly GivenFile[] | OversizeFile> {
  const received: GivenFile[] = [];
  for await (const { name, content } of files) {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of content as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > maxBytes) return { oversize: name };
      chunks.push(chunk);
    }
    received.push({ name, bytes: Buffer.concat(chunks) });
  }
  return received;
}
