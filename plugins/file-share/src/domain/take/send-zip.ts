// SPDX-License-Identifier: EUPL-1.2
import { stream, type StreamReply } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { standInForLost } from './stand-in-for-lost.js';
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
