// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, DirectorySource, Log } from '@volee/core-adapter';

import { openDirectory } from './ldap/open-directory.js';
import { readScribe } from './mapping/read-scribe.js';
import type { NamedDirectory } from './settings.js';

const READERS = { scribe: readScribe } as const;

/** One configured directory, to be read as often as the host wants. */
export function ldapSource(directory: NamedDirectory, log: Log): DirectorySource {
  const { name, schedule } = directory;
  return {
    name,
    ...(schedule === undefined ? {} : { schedule }),
    read: (signal) => readDirectory(directory, log, signal),
  };
}

async function* readDirectory(
  settings: NamedDirectory,
  log: Log,
  signal: AbortSignal,
): AsyncGenerator<DirectoryRecord, void, undefined> {
  const directory = await openDirectory(settings, signal);
  try {
    yield* READERS[settings.layout](directory, settings, log);
  } finally {
    directory.close();
  }
}
