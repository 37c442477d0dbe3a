// SPDX-License-Identifier: EUPL-1.2
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { open, type Entry, type Options, type ZipFile } from 'yauzl';

/** The contents of a ZIP file by path, in its order. */
export async function readZip(path: string): Promise<Map<string, string>> {
  const zip = await promisify<string, Options, ZipFile>(open)(path, { lazyEntries: true, autoClose: false });
  const contents = new Map<string, string>();
  while (contents.size < zip.entryCount) {
    const next = once(zip, 'entry');
    zip.readEntry();
    const [entry] = (await next) as [Entry];
    const content = await promisify(zip.openReadStream.bind(zip) as Opening)(entry);
    contents.set(entry.fileName, await text(content));
  }
  zip.close();
  return contents;
}

type Opening = (entry: Entry, done: (error: Error | null, content: NodeJS.ReadableStream) => void) => void;
