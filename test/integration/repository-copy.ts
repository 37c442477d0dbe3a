// SPDX-License-Identifier: EUPL-1.2
import { cpSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

import { repositoryFolder } from '../repository/tracked-files.js';

const LEFT_OUT = new Set(['node_modules', 'var', '.git', 'images']);
const BRICKS = ['cas-bridge', 'ldap-sync', 'plugins/file-share'];

/**
 * Copies the repository as it is on disk, built and with its packages in reach, so that a test may change it.
 * @param folder where it goes; must not exist
 */
export function copyRepository(folder: string): void {
  cpSync(repositoryFolder, folder, {
    recursive: true,
    // The compiled files stay up to date for tsc.
    preserveTimestamps: true,
    filter: (source) => !LEFT_OUT.has(basename(source)),
  });
  linkAll(join(repositoryFolder, 'node_modules'), join(folder, 'node_modules'));
  linkAll(join(repositoryFolder, 'core-adapter/node_modules'), join(folder, 'core-adapter/node_modules'));
  // The lock file must be older than the installed packages, whatever git wrote last: otherwise npm would install through the links, into
  // the repository.
  utimesSync(join(folder, 'package-lock.json'), 0, 0);

  // These packages are those of the copy itself.
  const scope = join(folder, 'node_modules/@volee');
  rmSync(scope);
  mkdirSync(scope);
  for (const path of ['core-adapter', ...BRICKS]) symlinkSync(join(folder, path), join(scope, basename(path)));
  const programs = join(folder, 'node_modules/.bin');
  rmSync(programs);
  linkAll(join(repositoryFolder, 'node_modules/.bin'), programs);
  rmSync(join(programs, 'volee'));
  symlinkSync(join(folder, 'core-adapter/bin/volee.js'), join(programs, 'volee'));
}

/** Every source file below a folder with the moment of its last change. */
export function sourcesIn(folder: string, top = folder): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && name !== 'dist')
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? sourcesIn(path, top) : [`${relative(top, path)} ${statSync(path).mtimeMs}`];
    });
}

function linkAll(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) symlinkSync(join(from, name), join(to, name));
}
