// SPDX-License-Identifier: EUPL-1.2
import { Connection, type DirectoryAddress } from './connection.js';
import type { LdapDirectory } from './ldap-entry.js';
import { openFirstServer, type TellFailures } from './open-first-server.js';

/** One server, or several that hold the same. */
export interface DirectoryServers extends Omit<DirectoryAddress, 'url'> {
  readonly url: string | readonly string[];
}

export interface OpenDirectory extends LdapDirectory {
  /** Whether it hands over its answers page by page (RFC 2696). */
  readonly paging: boolean;
  /** When its certificate, which was verified, ends; undefined where nothing is encrypted. */
  readonly certificateUntil: Date | undefined;
  close(): void;
}

/**
 * Connects and logs in, at the first server that lets it. When the signal aborts, now or later, the connection ends and whatever runs on
 * it throws the signal's reason.
 * @throws UnavailableError
 */
export function openDirectory(
  servers: DirectoryServers,
  signal: AbortSignal,
  tell: TellFailures = () => undefined,
): Promise<OpenDirectory> {
  return openFirstServer([servers.url].flat(), (url) => openServer({ ...servers, url }, signal), tell, signal);
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
