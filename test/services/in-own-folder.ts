// SPDX-License-Identifier: EUPL-1.2
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Stoppable {
  /** Ends the server and removes what it wrote. Calling it twice is harmless. */
  stop(): Promise<void>;
}

/**
 * Runs a starter in a new folder, which goes with the server, or when the start fails. A folder given by the caller is kept.
 * @param parent of a new folder
 */
export async function inOwnFolder<Server extends Stoppable>(
  name: string,
  given: string | undefined,
  start: (folder: string) => Promise<Server>,
  parent: string = tmpdir(),
): Promise<Server> {
  const folder = given ?? (await mkdtemp(join(parent, `volee-${name}-`)));
  await mkdir(folder, { recursive: true });
  const remove = async (): Promise<void> => {
    // A child of the server, such as a process of a browser, may still be writing.
    if (!given) await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  try {
    const server = await start(folder);
    return {
      ...server,
      stop: async () => {
        await server.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
