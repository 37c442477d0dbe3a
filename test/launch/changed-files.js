// SPDX-License-Identifier: EUPL-1.2
import { execFileSync } from 'node:child_process';

/** The maximum number of files on a command line. */
const MOST = 300;

/** @returns {string[] | undefined} the files that differ from the branch that this one follows; undefined: git does not tell, or too many */
export function changedFiles() {
  try {
    const base = git('merge-base', 'HEAD', '@{upstream}').trim();
    const changed = git('diff', '--name-only', '--diff-filter=d', '-z', base);
    const added = git('ls-files', '--others', '--exclude-standard', '-z');
    const files = [...new Set(`${changed}${added}`.split('\0').filter(Boolean))];
    return files.length > MOST ? undefined : files;
  } catch {
    return undefined;
  }
}

function git(...words) {
  return execFileSync('git', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
