// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '@volee/core-adapter';
import type { FileShareRequest } from '../brick-types.js';
import type { Settings } from '../settings.js';
import type { LoadedPart } from './load-part.js';
import { addOwnFiles, type ReceivedFile } from './own-files.js';

type ReceiveTools = Pick<FileShareRequest, 'files' | 'storage' | 'db' | 'clock' | 'schoolYear' | 'user' | 'log'>;

/**
 * Stores the files of a request and puts them into a part: all of them or none.
 * @returns how many there are, or undefined when the part was handed in or closed while they arrived
 * @throws TooLargeError beyond `maxFileSize`, InputError when the connection breaks off
 */
export async function receiveOwnFiles(
  part: LoadedPart,
  settings: Settings,
  tools: ReceiveTools,
): Promise<number | undefined> {
  const { files, storage } = tools;
  const received: ReceivedFile[] = [];
  let used: ReadonlySet<string> | undefined = new Set();
  try {
    for await (const { name, content } of files) {
      received.push({ name, ...(await storage.store(content, { maxBytes: settings.maxFileSize })) });
    }
    if (received.length === 0) return 0;
    used = await addOwnFiles(part, received, { ...tools, quotas: settings.quota });
  } catch (error) {
    // When the database is unavailable, the rows may have been written. The host removes the content if they were not.
    if (!(error instanceof UnavailableError)) await discard(received, tools);
    throw error;
  }
  await discard(
    received.filter(({ key }) => !used?.has(key)),
    tools,
  );
  return used && received.length;
}

/** Content without a row is removed by the host within about a day, so that a failure here is only logged. */
async function discard(received: readonly ReceivedFile[], { storage, log }: ReceiveTools): Promise<void> {
  for (const { key } of received) {
    try {
      await storage.remove(key);
    } catch (error) {
      log.error({ key, err: error }, 'stored content could not be removed; the host removes it later');
    }
  }
}
