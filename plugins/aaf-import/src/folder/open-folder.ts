// SPDX-License-Identifier: EUPL-1.2
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@volee/core-adapter';
import type { AafRequest } from '../entry.js';
import { readRequests } from '../xml/read-requests.js';
import { fileSet, type FileSet } from './file-set.js';

/** An export that was handed over; it can be read more than once. */
export interface AafFolder extends Pick<FileSet, 'kind' | 'day'> {
  requests(): AsyncGenerator<AafRequest, void, undefined>;
}

/**
 * @throws InputError when it is not a folder, or not one whole export
 */
export async function openFolder(folder: string): Promise<AafFolder> {
  const { kind, day, files } = fileSet(await namesIn(folder));
  return {
    kind,
    day,
    async *requests() {
      for (const { name, category } of files) {
        yield* readRequests({ name, open: () => createReadStream(join(folder, name)) }, category);
      }
    },
  };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const found = await readdir(folder, { withFileTypes: true });
    return found.filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new InputError(`The folder ${folder} cannot be read (${code}).`, {
      remedy: 'Name the folder of the AAF files.',
    });
  }
}
