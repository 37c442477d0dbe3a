// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Response, type Router } from 'express';
import { HOST_SHEETS } from './host-sheets.js';
import { hostSheet, joinSheets } from './sheets.js';

export interface Assets {
  /** The address of a static file of core or of a brick; it changes when the content does. */
  url(owner: string, name: string): string;
  /** The addresses of the style sheets of a brick's pages: one for all of its sheets, or none. */
  stylesOf(brickId: string): readonly string[];
  readonly router: Router;
  /** Adds the files of a brick. */
  add(brickId: string, folder: AssetFolder): void;
}

/** The static files of a brick, and those among them that its pages load as style sheets. */
export interface AssetFolder {
  readonly folder: URL;
  readonly styles: readonly string[];
}

const require = createRequire(import.meta.url);
const FONT = '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next';

/** pdf.js for older browsers as well: Safari 16 lacks what the other build needs. */
const PDFJS = ['pdf.min.mjs', 'pdf.worker.min.mjs'].map((name) => `pdfjs-dist/legacy/build/${name}`);
/** Decoders for pictures inside PDF files, such as scans. pdf.js knows them by these names. */
const PDFJS_WASM = ['jbig2.wasm', 'openjpeg.wasm', 'qcms_bg.wasm'].map((name) => `pdfjs-dist/wasm/${name}`);
/** A worker has the policy with which it was sent: pdf.js compiles its decoders, runs nothing else, and asks this origin alone. */
const WORKER_POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** Headers about documents: the page has them for what it loads, and on each of its files they would make a first visit larger. */
const OF_DOCUMENTS = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Origin-Agent-Cluster',
  'Referrer-Policy',
  'X-Frame-Options',
];

/** A file, by its path, or a text that is made of files. */
type Asset = { readonly path: string } | { readonly type: 'css' | 'js'; readonly text: () => string };

/** The assets by name. A Map, because every object has a `constructor`. */
type Names = ReadonlyMap<string, Asset>;

const CORE: Names = new Map<string, Asset>([
  ...withoutComments(folderFiles(new URL('../../../../assets/', import.meta.url))),
  ['atkinson-latin.woff2', { path: require.resolve(`${FONT}-latin-wght-normal.woff2`) }],
  ['atkinson-latin-ext.woff2', { path: require.resolve(`${FONT}-latin-ext-wght-normal.woff2`) }],
  ...[...PDFJS, ...PDFJS_WASM].map((name) => [basename(name), { path: require.resolve(name) }] as const),
  ...[...HOST_SHEETS.keys()].map((name) => [name, once('css', () => hostSheet(name))] as const),
]);

/** Serves exactly the files that exist now, below `/assets/<owner>/`: nothing in a path can reach beyond them (F1). */
export function createAssets(): Assets {
  const owners = new Map([['core', CORE]]);
  const stylesOf = new Map<string, readonly string[]>();
  const versions = new Map<Asset, string>();
  const router = express.Router();

  /** Read once: files do not change under a running process. */
  function versionOf(asset: Asset): string {
    const content = (): string | Buffer => ('text' in asset ? asset.text() : readFileSync(asset.path));
    const known = versions.get(asset) ?? createHash('sha256').update(content()).digest('hex').slice(0, 10);
    versions.set(asset, known);
    return known;
  }

  function url(owner: string, name: string): string {
    const asset = owners.get(owner)?.get(name);
    if (asset === undefined) throw new Error(`${owner} has no asset named ${name}`);
    return `/assets/${owner}/${name}?v=${versionOf(asset)}`;
  }

  router.get('/:owner/:name', (request, response, next) => {
    const asset = owners.get(request.params.owner)?.get(request.params.name);
    if (asset === undefined) return next();
    // A file requested with its current version never changes; the fonts named by the stylesheet have no version.
    const isCurrent = request.query['v'] === versionOf(asset);
    if (/\.(?:css|m?js|woff2|wasm)$/.test(request.params.name))
      for (const header of OF_DOCUMENTS) response.removeHeader(header);
    if (request.params.name.endsWith('.worker.min.mjs')) response.set('Content-Security-Policy', WORKER_POLICY);
    response.set('Cache-Control', isCurrent ? 'public, max-age=31536000, immutable' : 'public, max-age=86400');
    send(response, asset);
  });

  return {
    router,
    url,
    add(brickId, folder) {
      owners.set(brickId, brickAssets(folder));
      stylesOf.set(brickId, folder.styles);
    },
    stylesOf(brickId) {
      const styles = stylesOf.get(brickId) ?? [];
      return styles.length === 0 ? [] : [url(brickId, joinedName(styles))];
    },
  };
}

function send(response: Response, asset: Asset): void {
  if ('text' in asset) response.type(asset.type).send(asset.text());
  // Dots are allowed, for an installation below a folder such as `.local`.
  else response.sendFile(asset.path, { cacheControl: false, dotfiles: 'allow' });
}

function brickAssets({ folder, styles }: AssetFolder): Names {
  const files: Map<string, Asset> = folderFiles(folder);
  if (styles.length === 0) return files;
  const paths = styles.map((name) => join(fileURLToPath(folder), name));
  return files.set(
    joinedName(styles),
    once('css', () => joinSheets(paths)),
  );
}

/** No name of a sheet holds a `+`, so that this is the name of no other file. */
function joinedName(styles: readonly string[]): string {
  return styles.join('+');
}

function once(type: 'css' | 'js', make: () => string): Asset {
  let made: string | undefined;
  return { type, text: () => (made ??= make()) };
}

/** The host's scripts are on every page: without the lines that are comments a first visit is 1 kB lighter. The licence stays. */
function withoutComments(files: ReadonlyMap<string, { readonly path: string }>): Names {
  const COMMENT = /^\s*(?:\/\/(?! SPDX).*|\/\*\*[^]*?\*\/)\n/gm;
  return new Map(
    [...files].map(([name, file]) => [
      name,
      name.endsWith('.js') ? once('js', () => readFileSync(file.path, 'utf8').replace(COMMENT, '')) : file,
    ]),
  );
}

function folderFiles(folder: URL): Map<string, { readonly path: string }> {
  const path = fileURLToPath(folder);
  const files = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map(({ name }) => [name, { path: join(path, name) }]));
}
