// SPDX-License-Identifier: EUPL-1.2
import { readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { z } from 'zod';
import { InputError } from '../../api/errors.js';

const packageSchema = z.looseObject({
  type: z.string().optional(),
  main: z.string().optional(),
  exports: z.unknown().optional(),
});
type Package = z.output<typeof packageSchema>;

/** The conditions of `import` in Node (Node.js, Packages, "Conditional exports"). */
const CONDITIONS: ReadonlySet<string> = new Set(['node', 'import', 'module-sync', 'default']);

/**
 * The entry file of a package by the rules of Node: "." of `exports`, else `main`, else index.js.
 * @throws InputError when the entry is missing, not built, or not an ES module; the message continues a sentence
 */
export function entryOf(folder: string): string {
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
