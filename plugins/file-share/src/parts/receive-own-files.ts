// SPDX-License-Identifier: EUPL-1.2
import type { FileShareRequest } from '../brick-types.js';
import type { Settings } from '../settings.js';
import { receiveFiles } from '../upload/receive-files.js';
import type { LoadedPart } from './load-part.js';
import { addOwnFiles } from './own-files.js';

type ReceiveTools = Pick<FileShareRequest, 'files' | 'storage' | 'db' | 'clock' | 'schoolYear' | 'user' | 'log'>;

/**
 * Stores the files of a request and puts them into a part: all of them or none.
 * @returns how many there are, or undefined when the part was handed in or closed while they arrived
 * @throws as `receiveFiles` does
 */
export async function receiveOwnFiles(
  part: LoadedPart,
  settings: Settings,
  tools: ReceiveTools,
): Promise<number | undefined> {
  const written = await receiveFiles(settings.maxFileSize, tools, async (received) => {
    const keys = await addOwnFiles(part, received, { ...tools, quotas: settings.quota });
    return { keys: keys ?? new Set<string>(), count: keys && received.length };
  });
  return written ? written.count : 0;
}
