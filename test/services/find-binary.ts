// SPDX-License-Identifier: EUPL-1.2
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian keeps servers in `sbin`, which the PATH of an ordinary account leaves out. */
const systemFolders = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/** The absolute path of a program, or `undefined` when it is not installed. */
export function findBinary(name: string): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean), ...systemFolders];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** As {@link findBinary}; throws a sentence that says what to do. */
export function requireBinary(name: string): string {
  const path = findBinary(name);
  if (!path) throw new Error(`${name} is not installed: run sudo test/services/install.sh`);
  return path;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
