// SPDX-License-Identifier: EUPL-1.2
import { posix } from 'node:path';

/** Words with a slash, and names of files. */
const CANDIDATE =
  /(?<![\w@./:<>=~$-])(?:[\w.-]+\/)+[\w.*-]*|(?<![\w@./:<>*$-])[\w-]+(?:\.[\w-]+)*\.(?:tsx?|md|css|sh)\b/g;
/** Files of `npm run new-brick -- agenda`, of a build or a demo, `x.test.ts`, and pages per second. */
const EXAMPLE = /(^|\/)(agenda|first-brick)\b|^x\.|(^|\/)(dist|node_modules|var)(\/|$)|^pages\/s$/;
const FILE_NAME = /\.\w+$/;
/** Texts name their files from the repository, from the package or from the host. */
const STARTS = ['', 'core-adapter/src/', 'core-adapter/src/host/'];

/** The files and folders of the repository, and how texts name them. */
export class RepositoryPaths {
  /** Each path, and each of its ends: `core-adapter/src/host/http/visitor.ts`, `http/visitor.ts`, `visitor.ts`. */
  readonly #ends = new Set<string>();
  /** The first folders of paths that count as paths of the repository. */
  readonly #firsts = new Set(['src']);

  constructor(files: readonly string[]) {
    for (const path of files.flatMap((file) => [file, ...foldersOf(file)])) {
      const parts = path.split('/');
      for (const index of parts.keys()) this.#ends.add(parts.slice(index).join('/'));
      for (const start of STARTS.filter((one) => path.startsWith(one))) {
        this.#firsts.add(path.slice(start.length).split('/')[0] ?? '');
      }
    }
  }

  /** Names in a text that look like files or folders of the repository, but do not exist. */
  missingIn(text: string): string[] {
    return [...text.matchAll(CANDIDATE)]
      .map(([path]) => path.replace(/[./]+$/, ''))
      .filter((path) => !EXAMPLE.test(path))
      .filter(
        (path) =>
          isSource(path) || (path.includes('/') ? this.#firsts.has(path.split('/')[0] ?? '') : FILE_NAME.test(path)),
      )
      .filter((path) => !this.#isThere(path));
  }

  #isThere(path: string): boolean {
    const known = path.includes('*') ? posix.dirname(path.slice(0, path.indexOf('*') + 1)) : path;
    const spellings = [known, `${known}.ts`, `${known}.tsx`, known.replace(/\.js$/, '.ts')];
    return spellings.some((one) => this.#ends.has(one));
  }
}

/** A file of code is looked for whatever its first folder is: `trace/correction.ts` of a brick, too. */
function isSource(path: string): boolean {
  return /\.tsx?$/.test(path);
}

function foldersOf(file: string): string[] {
  const folder = posix.dirname(file);
  return folder === '.' ? [] : [folder, ...foldersOf(folder)];
}
