// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { fromBuffer, type Entry, type Options, type ZipFile } from 'yauzl';

type Opening = (entry: Entry, done: (error: Error | null, content: NodeJS.ReadableStream) => void) => void;

/** The contents of a zip by path, in its order. */
export async function readZip(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await promisify<Buffer, Options, ZipFile>(fromBuffer)(bytes, { lazyEntries: true, autoClose: false });
  const contents = new Map<string, string>();
  while (contents.size < zip.entryCount) {
    const next = once(zip, 'entry');
    zip.readEntry();
    const [entry] = (await next) as [Entry];
    const content = await promisify(zip.openReadStream.bind(zip) as Opening)(entry);
    contents.set(entry.fileName, await text(content));
  }
  return contents;
}
