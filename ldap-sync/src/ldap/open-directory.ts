// SPDX-License-Identifier: EUPL-1.2
import { Connection, type DirectoryAddress } from './connection.js';
import type { LdapDirectory } from './ldap-entry.js';

export interface OpenDirectory extends LdapDirectory {
  close(): void;
}

/**
 * Connects and logs in. When the signal aborts, now or later, the connection ends and whatever runs on it throws the signal's
 * reason.
 * @throws UnavailableError
 */
export async function openDirectory(address: DirectoryAddress, signal: AbortSignal): Promise<OpenDirectory> {
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
