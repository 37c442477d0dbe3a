// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stoppable } from '../../services/index.js';
import { startHelper, type Helper } from '../login/helper-process.js';

/** A host in a process of its own, so that the requests of the bench take none of its processor time. */
export interface HelperTools {
  readonly server: Helper;
  /** The folder for the files of the host; it is removed with the host. */
  readonly folder: string;
  /** Closes a client when the host stops. */
  keep<Client extends { close(): void }>(client: Client): Client;
}

/**
 * @param program the compiled file, as `startHelper` takes it
 * @param execArgv options of Node.js
 */
export async function openInHelper<Place extends object>(
  program: string,
  execArgv: readonly string[],
  open: (tools: HelperTools) => Promise<Place>,
): Promise<Place & Stoppable> {
  const folder = await mkdtemp(join(tmpdir(), 'volee-bench-'));
  const server = startHelper(program, execArgv);
  const clients: { close(): void }[] = [];
  const stop = async (): Promise<void> => {
    for (const client of clients) client.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const place = await open({ server, folder, keep: (client) => (clients.push(client), client) });
    return { ...place, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
