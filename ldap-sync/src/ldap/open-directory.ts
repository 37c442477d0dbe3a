// SPDX-License-Identifier: EUPL-1.2
import { Connection } from './connection.js';
import type { DirectoryAddress } from './directory-address.js';
import type { OpenDirectory } from './ldap-entry.js';
import { openFirstServer, type ReportFailures } from './open-first-server.js';

/** One server, or several that hold the same. */
export interface DirectoryServers extends Omit<DirectoryAddress, 'url'> {
  readonly url: string | readonly string[];
}

/**
 * Connects and logs in, at the first server that lets it. When the signal aborts, now or later, the connection ends and whatever runs on
 * it throws the signal's reason.
 * @throws UnavailableError
 */
export function openDirectory(
  servers: DirectoryServers,
  signal: AbortSignal,
  report: ReportFailures = () => undefined,
): Promise<OpenDirectory> {
  return openFirstServer([servers.url].flat(), (url) => openServer({ ...servers, url }, signal), report, signal);
}

async function openServer(address: DirectoryAddress, signal: AbortSignal): Promise<OpenDirectory> {
  signal.throwIfAborted();
  const connection = new Connection(address, signal);
  try {
    await connection.open();
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Opens a directory for one piece of work, and closes it whatever comes of that. @throws UnavailableError */
export async function withDirectory<R>(
  servers: DirectoryServers,
  signal: AbortSignal,
  work: (directory: OpenDirectory) => Promise<R>,
): Promise<R> {
  const directory = await openDirectory(servers, signal);
  try {
    return await work(directory);
  } finally {
    directory.close();
  }
}
