// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '@volee/core-adapter';
import type { LoginEntry } from '@volee/core-adapter/directory';
import pLimit from 'p-limit';

import { openDirectory } from './ldap/open-directory.js';
import { layoutOf } from './mapping/layouts.js';
import { stableIdOf } from './mapping/stable-id.js';
import type { NamedDirectory } from './settings.js';

/** Reads the entries that a login has now. @throws UnavailableError */
export type ReadLoginEntries = (login: string) => Promise<readonly LoginEntry[]>;

/**
 * A reader of the entries of logins. At most `checkLogins.parallel` readings run at once; the others wait, and all end within
 * `checkLogins.wait`.
 */
export function loginEntriesReader(
  directory: NamedDirectory,
  { wait, parallel }: NonNullable<NamedDirectory['checkLogins']>,
): ReadLoginEntries {
  const limit = pLimit(parallel);
  return async (login) => {
    const signal = AbortSignal.timeout(wait);
    const isLate = new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(late(directory.name, wait)), { once: true });
    });
    // A login that waited for its turn until the time was over is not read any more.
    return Promise.race([isLate, limit(() => readEntries(directory, login, signal))]);
  };
}

async function readEntries(settings: NamedDirectory, login: string, signal: AbortSignal): Promise<LoginEntry[]> {
  const { search, profileOf } = layoutOf(settings).loginQuery(login, settings);
  const directory = await openDirectory(settings, signal);
  const found: LoginEntry[] = [];
  try {
    for await (const entry of directory.search(search)) {
      const profile = profileOf(entry);
      found.push({ ...stableIdOf(entry), ...(profile && { profile }) });
    }
  } finally {
    directory.close();
  }
  return found;
}

function late(source: string, wait: number): UnavailableError {
  return new UnavailableError(`The directory "${source}" did not show the entry of a login within ${wait} ms.`, {
    remedy: 'See how long it takes to answer, and raise checkLogins.wait or checkLogins.parallel.',
  });
}
