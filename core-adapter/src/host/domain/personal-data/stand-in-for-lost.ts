// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import { NotFoundError } from '../../../api/errors.js';
import type { ArchivedFile } from './archive.js';

/** The end of the name of a text that stands in for a lost file, in both languages: an archive does not know its reader. */
const NAME = ' (abîmé, damaged).txt';
const TEXT =
  'Le contenu de ce fichier est abîmé sur le serveur, et n’a pas pu être mis ici. Dites-le à l’école : il y a peut-être une sauvegarde.\n\n' +
  'The content of this file is damaged on the server, and could not be put here. Tell the school: there may be a backup.\n';

export interface Archived {
  readonly files: readonly ArchivedFile[];
  /** The paths of the files that the storage has lost. */
  readonly lost: readonly string[];
}

/**
 * The files, with a text in place of each one that the storage has lost: it would break off the archive with all others, every time. A content
 * that is cut off still does.
 */
export async function standInForLost(all: readonly ArchivedFile[]): Promise<Archived> {
  const files: ArchivedFile[] = [];
  const lost: string[] = [];
  for (const file of all) {
    if (await isThere(file)) {
      files.push(file);
      continue;
    }
    lost.push(file.path);
    files.push({ path: `${file.path}${NAME}`, open: () => Promise.resolve(Readable.from([Buffer.from(TEXT)])) });
  }
  return { files, lost };
}

async function isThere({ open }: ArchivedFile): Promise<boolean> {
  try {
    (await open()).destroy();
    return true;
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
}
