// SPDX-License-Identifier: EUPL-1.2
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The path of a file of this folder that is not code: only compiled modules stand in `dist/`. */
export function serviceFile(name: string): string {
  const manifest = createRequire(import.meta.url).resolve('@volee/test/package.json');
  return join(dirname(manifest), 'services', name);
}
