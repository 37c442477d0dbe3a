// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of reference data beside the repository, which is no part of it; undefined where it is not there. */
export function sharedAaf(): string | undefined {
  const above = ['..', join('..', '..')].map((up) =>
    join(import.meta.dirname, '..', '..', '..', '..', up, 'shared', 'data', 'aaf'),
  );
  return above.find((folder) => existsSync(folder));
}
