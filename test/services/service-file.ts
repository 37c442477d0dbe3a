// SPDX-License-Identifier: EUPL-1.2
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A file of this folder that is not code: the compiled modules stand in `dist/`, it does not. */
export function serviceFile(name: string): string {
  const manifest = createRequire(import.meta.url).resolve('@volee/test/package.json');
  return join(dirname(manifest), 'services', name);
}
