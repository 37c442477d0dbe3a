// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { repositoryFolder, textOf, trackedFiles } from '../tracked-files.js';
import type { Manifest } from './package-faults.js';

export interface PackedPackage {
  /** Its folder in the repository. */
  readonly folder: string;
  readonly manifest: Manifest;
  readonly tarball: string;
  readonly files: readonly string[];
}

/** As in a terminal: without the options that jest gives to Node.js. */
export const { NODE_OPTIONS: _ofJest, NODE_ENV: _environmentOfJest, ...terminal } = process.env;

export function publishedFolders(): string[] {
  return trackedFiles()
    .filter((file) => /^[\w-]+\/package\.json$|^plugins\/[\w-]+\/package\.json$/.test(file))
    .filter((file) => !(JSON.parse(textOf(file)) as { private?: boolean }).private)
    .map(dirname);
}

/** Packs what is compiled; needs no network. @param into a folder for the tarballs */
export function packPackages(folders: readonly string[], into: string): PackedPackage[] {
  // Scripts would compile everything anew, once for each package.
  const words = ['pack', '--ignore-scripts', '--offline', '--loglevel=error', '--pack-destination', into];
  const written = run('npm', [...words, ...folders.map((folder) => `./${folder}`)], repositoryFolder);
  const tarballs = written.trim().split('\n');
  return folders.map((folder, index) => {
    const tarball = join(into, tarballs[index] ?? '');
    const listed = run('tar', ['-tzf', tarball], into).trim().split('\n');
    const files = listed.map((path) => path.replace(/^package\//, ''));
    return { folder, manifest: manifestIn(join(repositoryFolder, folder)), tarball, files };
  });
}

/**
 * Puts packages into `node_modules` of a folder as npm would, without a registry: each gets links to those dependencies that its
 * own package.json names, so an import of anything else fails.
 */
export function installPackages(packages: readonly PackedPackage[], into: string): void {
  for (const { folder, tarball } of packages) {
    const home = join(into, 'node_modules', manifestIn(join(repositoryFolder, folder)).name);
    mkdirSync(home, { recursive: true });
    run('tar', ['-xzf', tarball, '--strip-components=1'], home);
    for (const name of dependenciesOf(manifestIn(home))) {
      const link = join(home, 'node_modules', name);
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(installedFolder(name, join(repositoryFolder, folder)), link);
    }
  }
}

/** The dependencies from other projects, with the peers that a host brings. */
function dependenciesOf({ dependencies, peerDependencies, peerDependenciesMeta }: Manifest): string[] {
  const peers = Object.keys(peerDependencies ?? {}).filter((name) => peerDependenciesMeta?.[name]?.optional !== true);
  return [...Object.keys(dependencies ?? {}), ...peers].filter((name) => !name.startsWith('@volee/'));
}

function installedFolder(name: string, from: string): string {
  const found = join(from, 'node_modules', name);
  if (existsSync(found)) return found;
  if (from === dirname(from)) throw new Error(`${name} is not installed in the repository: run npm install.`);
  return installedFolder(name, dirname(from));
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** Runs a program to its end. @throws Error with what the program said, when it fails */
export function run(program: string, words: readonly string[], cwd: string): string {
  return execFileSync(program, words, { cwd, env: terminal, encoding: 'utf8', stdio: 'pipe' });
}
