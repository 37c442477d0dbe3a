// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import { stream, type StreamReply, NotFoundError } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { zipFiles, type ZipEntry } from './zip-files.js';

/** The answer with a zip. A text stands in for each content that the storage has lost, and the log says how many are. */
export async function sendZip(
  name: string,
  all: readonly ZipEntry[],
  { school, t, log }: Pick<FileShareRequest, 'school' | 't' | 'log'>,
): Promise<StreamReply> {
  const entries = await standInForLost(all, { name: t('takeAll.lost'), text: t('takeAll.lostText') });
  const lost = entries.filter((entry, index) => entry.path !== all[index]?.path).length;
  if (lost > 0) log.error({ school: school.uai, lost }, 'The storage has lost contents that a person takes along.');
  return stream(`${name}.zip`, (signal) => zipFiles(entries, signal));
}

/** The name and the content of the text that stands in for a lost file. */
export interface LostWords {
  readonly name: string;
  readonly text: string;
}

/**
 * The entries, with a text in place of each file that the storage has lost: one lost file would break off the zip with all others, and a person
 * who takes everything along has no second chance. A content that is cut off still breaks it off.
 */
export async function standInForLost(entries: readonly ZipEntry[], { name, text }: LostWords): Promise<ZipEntry[]> {
  const kept: ZipEntry[] = [];
  for (const entry of entries) {
    if (entry.path.endsWith('/') || (await isThere(entry))) {
      kept.push(entry);
      continue;
    }
    const open = (): Promise<Readable> => Promise.resolve(Readable.from([Buffer.from(text)]));
    kept.push({ ...entry, path: `${entry.path} (${name}).txt`, bytes: Buffer.byteLength(text), open });
  }
  return kept;
}

async function isThere({ open }: ZipEntry): Promise<boolean> {
  try {
    (await open()).destroy();
    return true;
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
}
