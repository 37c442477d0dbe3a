// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Router } from 'express';

export interface Assets {
  /** The address of a static file of core or of a brick; it changes when the content does. */
  url(owner: string, name: string): string;
  readonly router: Router;
}

const require = createRequire(import.meta.url);
const FONT = '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next';

/** The path of each file, by name. A Map, because every object has a `constructor`. */
type Files = ReadonlyMap<string, string>;

const CORE_FILES: Files = new Map([
  ...folderFiles(new URL('../../../../assets/', import.meta.url)),
  ['bootstrap.min.css', require.resolve('bootstrap/dist/css/bootstrap.min.css')],
  ['atkinson-latin.woff2', require.resolve(`${FONT}-latin-wght-normal.woff2`)],
  ['atkinson-latin-ext.woff2', require.resolve(`${FONT}-latin-ext-wght-normal.woff2`)],
]);

/** Serves exactly the files that exist now, below `/assets/<owner>/`: nothing in a path can reach beyond them (F1). */
export function createAssets(folders: ReadonlyMap<string, URL>): Assets {
  const owners = new Map([['core', CORE_FILES], ...[...folders].map(([id, url]) => [id, folderFiles(url)] as const)]);
  const versions = new Map<string, string>();
  const router = express.Router();

  /** Read once: files do not change under a running process. */
  function versionOf(path: string): string {
    const known = versions.get(path) ?? createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 10);
    versions.set(path, known);
    return known;
  }

  router.get('/:owner/:name', (request, response, next) => {
    const path = owners.get(request.params.owner)?.get(request.params.name);
    if (path === undefined) return next();
    // A file requested with its current version never changes; the fonts named by the stylesheet have no version.
    const isCurrent = request.query['v'] === versionOf(path);
    const maxAge = isCurrent ? 'public, max-age=31536000, immutable' : 'public, max-age=86400';
    // Dots are allowed, for an installation below a folder such as `.local`.
    response.set('Cache-Control', maxAge).sendFile(path, { cacheControl: false, dotfiles: 'allow' });
  });

  return {
    router,
    url(owner, name) {
      const path = owners.get(owner)?.get(name);
      if (path === undefined) throw new Error(`${owner} has no asset named ${name}`);
      return `/assets/${owner}/${name}?v=${versionOf(path)}`;
    },
  };
}

function folderFiles(folder: URL): Files {
  const path = fileURLToPath(folder);
  const files = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map(({ name }) => [name, join(path, name)]));
}
