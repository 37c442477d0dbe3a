// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const RELATIVE = /(?:from|import\(?)\s*['"](\.[^'"]+)['"]/g;

/** The imports of compiled files and their types that lead to no file of the package, as `dist/a.js imports ./b.js`. */
export function brokenImports(home: string, files: readonly string[]): string[] {
  const packed = new Set(files);
  return files
    .filter((file) => /^dist\/.+(\.js|\.d\.ts)$/.test(file))
    .flatMap((file) =>
      importsIn(readFileSync(join(home, file), 'utf8'))
        .filter((path) => !packed.has(targetOf(file, path)))
        .map((path) => `${file} imports ${path}`),
    );
}

function importsIn(code: string): string[] {
  return [...code.matchAll(RELATIVE)].map(([, path = '']) => path);
}

/** Types import the compiled file, and mean the types beside it. */
function targetOf(file: string, path: string): string {
  const target = posix.join(posix.dirname(file), path);
  return file.endsWith('.d.ts') ? target.replace(/\.js$/, '.d.ts') : target;
}
