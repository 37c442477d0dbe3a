// SPDX-License-Identifier: EUPL-1.2
import type { Log } from '@volee/core-adapter';
import type { DirectoryRecord } from '@volee/core-adapter/directory';

import { ldapSource } from '../ldap-source.js';
import { settingsSchema, type NamedDirectory } from '../settings.js';
import { recordingLog } from './recording-log.js';
import { BIND_DN, BIND_PASSWORD } from './test-directory.js';

/** The settings of one directory, read as from `volee.yaml`. */
export function oneDirectory(url: string | readonly string[], settings: object = {}): NamedDirectory {
  const written = {
    url,
    bindDn: BIND_DN,
    bindPassword: BIND_PASSWORD,
    baseDn: 'o=gouv,c=fr',
    layout: 'scribe',
    ...settings,
  };
  const [directory] = settingsSchema.parse(written);
  if (!directory) throw new Error('no directory in the settings');
  return directory;
}

/** Every record of a directory, in order. */
export async function readAll(
  url: string | readonly string[],
  settings: object = {},
  log: Log = recordingLog(),
): Promise<DirectoryRecord[]> {
  const source = ldapSource(oneDirectory(url, settings), log);
  const records: DirectoryRecord[] = [];
  for await (const record of source.read(new AbortController().signal)) records.push(record);
  return records;
}
