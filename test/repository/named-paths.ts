// SPDX-License-Identifier: EUPL-1.2

const FILE = /^[\w./-]*[\w-]\.(ts|tsx|js|css|json|sh|md)$/;
/** Folders of the repository, and storeys of the host, with which a path begins. */
const ROOT = /^(core-adapter|cas-bridge|ldap-sync|plugins|test|docs|app|pages|http|context|bricks|domain|infra)\//;

/** Paths of files and folders that a document names in `code`, one sentence for each that is not there. */
export function missingPaths(document: string, text: string, tracked: readonly string[]): string[] {
  const known = new Set(tracked.flatMap(endsOf));
  const prose = text.replace(/^```[^]*?^```/gm, '');
  const named = [...prose.matchAll(/`([^`\s]+)`/g)].map(([, code = '']) => code.replace(/\/$/, ''));
  const paths = named.filter((code) => (FILE.test(code) || ROOT.test(code)) && !/[*…<>(){}]/.test(code));
  return [...new Set(paths)]
    .filter((path) => !known.has(path))
    .map((path) => `${document} names \`${path}\`, which is not there: give the path of today.`);
}

/** `a/b/c.ts` may be named as `c.ts`, `b/c.ts` or `a/b/c.ts`; its folders as `a`, `b` or `a/b`. */
function endsOf(file: string): string[] {
  const parts = file.split('/');
  const ends: string[] = [];
  for (let to = parts.length; to > 0; to--) {
    for (let from = to - 1; from >= 0; from--) ends.push(parts.slice(from, to).join('/'));
  }
  return ends;
}
