// SPDX-License-Identifier: EUPL-1.2
import { finished, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export interface ZipEntry {
  /** The path with slashes; that of an empty folder ends with one. No two are the same. */
  readonly path: string;
  readonly modifiedAt: Date;
  readonly bytes: number;
  /** Not called for a folder. */
  readonly open: () => Promise<Readable>;
}

/**
 * A zip that is made while it is sent: each file is opened in its turn. It breaks off when a content is missing, or longer or shorter than
 * it should be, so that a broken zip never passes for whole. Nothing is compressed: documents, pictures and films are already.
 * @example
 * `return stream('CM1.zip', (signal) => zipFiles(entries, signal));`
 */
export function zipFiles(entries: readonly ZipEntry[], signal: AbortSignal): Readable {
  const zip = new ZipFile();
  const archive = zip.outputStream as Readable;
  let opened: Readable | undefined;
  const stop = (): unknown => archive.destroy();
  signal.addEventListener('abort', stop, { once: true });
  zip.on('error', (error: Error) => archive.destroy(error));
  finished(archive, () => {
    signal.removeEventListener('abort', stop);
    opened?.destroy();
  });
  for (const { path, modifiedAt: mtime, bytes: size, open } of entries) {
    if (path.endsWith('/')) {
      zip.addEmptyDirectory(path, { mtime });
      continue;
    }
    zip.addReadStreamLazy(path, { mtime, size, compress: false }, (hand) => {
      open().then(
        (content) => {
          opened = content;
          if (archive.destroyed) content.destroy();
          else hand(null, content);
        },
        (error: unknown) => zip.emit('error', error),
      );
    });
  }
  zip.end();
  return archive;
}
