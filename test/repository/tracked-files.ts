// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Found from this file, which is also run from test/dist. */
export const repositoryFolder = folderAbove(fileURLToPath(import.meta.url), 'package-lock.json');

/** As in .gitignore, for a copy of the sources without git. */
const IGNORED = new Set(['node_modules', 'dist', 'var', '.git']);
const BINARY = /\.(png|jpe?g|webp|avif|gif|ico|woff2?|pdf|zip|mp4|webm)$/;

/** Paths of the files that belong to the repository, within it, with `/`. */
export function trackedFiles(): string[] {
  const files = existsSync(join(repositoryFolder, '.git')) ? filesOfGit() : filesIn('');
  return files.filter((file) => existsSync(join(repositoryFolder, file)));
}

/** The same, without pictures, fonts and the like. */
export function trackedTexts(): string[] {
  return trackedFiles().filter((file) => !BINARY.test(file));
}

/** The same, with those that git does not know yet and does not ignore, such as the files of a new brick. */
export function textsOfWorkingTree(): string[] {
  if (!existsSync(join(repositoryFolder, '.git'))) return trackedTexts();
  const untracked = filesOfGit('--others', '--exclude-standard').filter((file) => !BINARY.test(file));
  return [...trackedTexts(), ...untracked];
}

export function textOf(file: string): string {
  return readFileSync(join(repositoryFolder, file), 'utf8');
}

function folderAbove(path: string, name: string): string {
  const folder = dirname(path);
  if (folder === path) throw new Error(`No folder above holds ${name}: run this in a copy of the repository.`);
  return existsSync(join(folder, name)) ? folder : folderAbove(folder, name);
}

function filesOfGit(...options: readonly string[]): string[] {
  const list = execFileSync('git', ['ls-files', '-z', ...options], { cwd: repositoryFolder, encoding: 'utf8' });
  return list.split('\0').filter(Boolean);
}

function filesIn(folder: string): string[] {
  return readdirSync(join(repositoryFolder, folder), { withFileTypes: true })
    .filter(({ name }) => !IGNORED.has(name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesIn(path) : [path];
    });
}
