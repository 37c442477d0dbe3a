// SPDX-License-Identifier: EUPL-1.2
import { existsSync, statSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';
import { InputError } from '../../api/errors.js';

const packageSchema = z.looseObject({
  type: z.string().optional(),
  main: z.string().optional(),
  exports: z.unknown().optional(),
});

/** The conditions of `import` in Node (Node.js, Packages, "Conditional exports"). */
const CONDITIONS: ReadonlySet<string> = new Set(['node', 'import', 'module-sync', 'default']);

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

type Package = z.output<typeof packageSchema>;

/**
 * The entry file of a package by the rules of Node: "." of `exports`, else `main`, else index.js.
 * @throws InputError when the entry is missing, not built, or not an ES module; the message continues a sentence
 */
function entryOf(folder: string): string {
  const described = readPackage(folder);
  const named = described.exports === undefined ? (described.main ?? 'index.js') : targetOf(described.exports);
  if (named === undefined) {
    throw new InputError(`"exports" in ${join(folder, 'package.json')} has no "." that can be imported`, {
      remedy: 'Write it.',
    });
  }
  const file = join(folder, named);
  const entry = [file, `${file}.js`, join(file, 'index.js')].find(isFile);
  if (entry === undefined) throw new InputError(`its entry ${file} is missing`, { remedy: 'Build the brick first.' });
  if (!isModule(entry, described)) {
    throw new InputError(`its entry ${entry} is not an ES module`, {
      remedy: 'Write "type": "module" into its package.json.',
    });
  }
  return entry;
}

function readPackage(folder: string): Package {
  const file = join(folder, 'package.json');
  if (!isFile(file)) {
    throw new InputError(`the folder ${folder} has no package.json`, { remedy: 'Name the folder that has one one.' });
  }
  try {
    return packageSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new InputError(`${file} cannot be read as JSON`, { remedy: 'Mend it.' });
  }
}

function targetOf(exports: unknown): string | undefined {
  if (typeof exports === 'string') return exports;
  if (typeof exports !== 'object' || exports === null) return undefined;
  const entries = Object.entries(exports);
  const paths = entries.some(([key]) => key.startsWith('.'));
  const usable = entries.filter(([key]) => (paths ? key === '.' : Array.isArray(exports) || CONDITIONS.has(key)));
  return usable.map(([, target]) => targetOf(target)).find((target) => target !== undefined);
}

function isModule(file: string, { type }: Package): boolean {
  return extname(file) === '.mjs' || (extname(file) === '.js' && type === 'module');
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
