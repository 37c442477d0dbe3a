// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, DirectorySource, Log } from '@volee/core-adapter';

import { readMark } from './directory-mark.js';
import type { LdapDirectory } from './ldap/ldap-entry.js';
import { openDirectory, withDirectory } from './ldap/open-directory.js';
import { layoutOf } from './mapping/layouts.js';
import { readLayout } from './mapping/read-layout.js';
import type { NamedDirectory } from './settings.js';

/** One configured directory, to be read as often as the host wants. */
export function ldapSource(directory: NamedDirectory, log: Log): DirectorySource {
  const { name, schedule, fullRead, follow, guard } = directory;
  return {
    name,
    fullRead,
    guard,
    ...(schedule === undefined ? {} : { schedule }),
    ...(follow === undefined ? {} : { follow }),
    mark: (signal) => withDirectory(directory, signal, (open) => readMark(open, directory)),
    read: (signal) => readDirectory(directory, log, signal),
  };
}

/** Every record of a directory that is open, schools first. */
export function readRecords(
  directory: LdapDirectory,
  settings: NamedDirectory,
  log: Log,
): AsyncGenerator<DirectoryRecord, void, undefined> {
  return readLayout(layoutOf(settings), directory, settings, log);
}

async function* readDirectory(
  settings: NamedDirectory,
  log: Log,
  signal: AbortSignal,
): AsyncGenerator<DirectoryRecord, void, undefined> {
  const directory = await openDirectory(settings, signal, (failed) =>
    log.warn({ source: settings.name, failed }, 'servers of the directory did not answer; the next one is read'),
  );
  try {
    yield* readRecords(directory, settings, log);
  } finally {
    directory.close();
  }
}
