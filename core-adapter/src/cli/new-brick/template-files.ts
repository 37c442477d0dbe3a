// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostFolder, hostAsDependency, type BrickPlace } from './brick-place.js';

/**
 * The template is a brick that is built, linted and tested like the others; `outside` holds the files that differ
 * outside the repository, and each folder of `with` the files of one extra: new ones, and whole ones in place of others. No two
 * extras have the same file, so that any of them go together.
 */
const TEMPLATE = join(hostFolder, 'template');
const OUTSIDE = 'outside';
const WITH = 'with';
const NOT_COPIED = new Set([OUTSIDE, WITH, 'dist', 'node_modules']);

/** npm does not pack files with these names, so the template renames them. */
const DOTTED = new Map(Object.entries({ gitignore: '.gitignore', npmrc: '.npmrc' }));

/** The extras that a new brick may have besides its page: a task on the portal, a file with each notice. */
export const EXTRAS = ['task', 'file'] as const;
export type Extra = (typeof EXTRAS)[number];

/** The files of a new brick, by path in its folder. */
export function templateFiles(
  name: string,
  place: BrickPlace,
  now: Date,
  extras: readonly Extra[],
): ReadonlyMap<string, string> {
  const rename = renaming(name, now);
  const folders = [TEMPLATE, ...extras.map((extra) => join(TEMPLATE, WITH, extra))];
  const files = new Map(folders.flatMap((folder) => filesIn(folder)).map(([path, text]) => [path, rename(text)]));
  // npm packs a licence from the folder of the package only (ADR 89).
  files.set('LICENSE', readFileSync(join(hostFolder, 'LICENSE'), 'utf8'));
  if (place.inRepository) return files;
  for (const [path, text] of filesIn(join(TEMPLATE, OUTSIDE))) files.set(DOTTED.get(path) ?? path, rename(text));
  const manifest = files.get('package.json') ?? '';
  return files.set('package.json', withHost(manifest, hostAsDependency(place)));
}

/** Replaces all names of the template at once, since one name may contain another. */
function renaming(name: string, now: Date): (text: string) => string {
  const words = name.replaceAll('-', ' ');
  const names = new Map(
    Object.entries({
      'core-adapter/template': `plugins/${name}`,
      'guides/first-brick': 'guides/first-brick',
      'first-brick': name,
      first_brick: name.replaceAll('-', '_'),
      'First brick': words.charAt(0).toUpperCase() + words.slice(1),
      // TypeORM runs migrations in the order of these milliseconds.
      '1764028800000': String(now.getTime()),
    }),
  );
  const every = new RegExp([...names.keys()].join('|'), 'g');
  return (text) => text.replace(every, (found) => names.get(found) ?? found);
}

function withHost(manifest: string, host: string): string {
  const { devDependencies, ...rest } = JSON.parse(manifest) as { devDependencies?: object };
  return `${JSON.stringify({ ...rest, devDependencies: { ...devDependencies, '@volee/core-adapter': host } }, null, 2)}\n`;
}

function filesIn(folder: string, below = ''): [path: string, text: string][] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = join(below, entry.name);
    if (below === '' && NOT_COPIED.has(entry.name)) return [];
    return entry.isDirectory() ? filesIn(folder, path) : [[path, readFileSync(join(folder, path), 'utf8')]];
  });
}
