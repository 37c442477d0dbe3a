// SPDX-License-Identifier: EUPL-1.2
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { InputError } from '../../api/errors.js';
import { entryOf } from './package-entry.js';

/**
 * The module specifier of a brick in `volee.yaml`: a folder path relative to the settings file, or a package name that
 * is searched from the host first and then from the settings file.
 * @returns a specifier for `import()`
 * @throws InputError when something is missing; the message continues a sentence
 */
export function locateBrick(name: string, settingsFile: string): string {
  const from = dirname(resolve(settingsFile));
  if (isPath(name)) return inFolder(name, from);
  // The function returns the package name and not the path of its file, so that the rules of Node, and of other loaders such as jest,
  // apply.
  if (packageFolder(name, dirname(fileURLToPath(import.meta.url)))) return name;
  const folder = packageFolder(name, from);
  if (folder) return pathToFileURL(entryOf(folder)).href;
  throw new InputError(`no package of this name is installed, neither beside the host nor in ${from}`, {
    remedy: 'Install it, or write the path of its folder.',
  });
}

/** The folder of a brick in `volee.yaml`, by the rules of `locateBrick`; undefined when no package of this name is installed. */
export function folderOfBrick(name: string, settingsFile: string): string | undefined {
  const from = dirname(resolve(settingsFile));
  if (isPath(name)) return resolve(from, name);
  return packageFolder(name, dirname(fileURLToPath(import.meta.url))) ?? packageFolder(name, from);
}

/** The error of a package that the host finds and that has no entry file; undefined when it has one. */
export function entryError(name: string): InputError | undefined {
  const folder = packageFolder(name, dirname(fileURLToPath(import.meta.url)));
  try {
    if (folder) entryOf(folder);
    return undefined;
  } catch (error) {
    return error instanceof InputError ? error : undefined;
  }
}

function isPath(name: string): boolean {
  return /^\.{0,2}\//.test(name);
}

function inFolder(name: string, from: string): string {
  const folder = resolve(from, name);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    const start = name.startsWith('/') ? '' : `, which starts from ${from}`;
    throw new InputError(`there is no folder ${folder}`, { remedy: `Check the path${start}.` });
  }
  return pathToFileURL(entryOf(folder)).href;
}

/** The folder of a package, searched as Node does: in `node_modules` of this folder and of every folder above. */
function packageFolder(name: string, from: string): string | undefined {
  const folder = join(from, 'node_modules', name);
  if (name !== '' && existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(from);
  return above === from ? undefined : packageFolder(name, above);
}
