// SPDX-License-Identifier: EUPL-1.2
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { finished, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { ConflictError, UnavailableError } from '../../../api/errors.js';
import { errorMessage } from '../../infra/util/error-message.js';
import { remedyOf } from '../../infra/util/error-text.js';

export interface ArchivedFile {
  /** The path in the archive, with slashes. */
  readonly path: string;
  open(): Promise<Readable>;
}

/**
 * A ZIP stream of `data.json` and these files, each opened in its turn. The stream fails when a file cannot be read; destroying the stream
 * closes the open file.
 */
export function createArchive(data: object, files: readonly ArchivedFile[]): Readable {
  const zip = new ZipFile();
  const archive = zip.outputStream as Readable;
  let opened: Readable | undefined;
  zip.on('error', (error: Error) => archive.destroy(error));
  finished(archive, () => opened?.destroy());
  zip.addBuffer(Buffer.from(JSON.stringify(data, null, 2)), 'data.json');
  for (const { path, open } of files) {
    zip.addReadStreamLazy(path, (hand) => {
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

/**
 * Writes a ZIP file that only its owner may read.
 * @throws ConflictError when the file exists; UnavailableError when it cannot be written, or a content cannot be read
 */
export async function writeArchive(out: string, data: object, files: readonly ArchivedFile[]): Promise<void> {
  const sink = createWriteStream(out, { flags: 'wx', mode: 0o600 });
  try {
    await pipeline(createArchive(data, files), sink);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new ConflictError(`${out} is there already.`, { remedy: 'Name another file.' });
    }
    await rm(out, { force: true });
    throw new UnavailableError(`${out} could not be written (${errorMessage(error)}); there is nothing of it.`, {
      remedy: remedyOf(error),
      cause: error,
    });
  }
}
