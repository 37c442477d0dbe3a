// SPDX-License-Identifier: EUPL-1.2
import type { Import } from './imports-between.js';

export const HOST = 'core-adapter/src/host';

/** The storeys of the host, from the top down: a file imports its own storey or one below. */
export const STOREYS = ['app', 'pages', 'http', 'context', 'bricks', 'domain', 'infra'];

/** The entry point that other packages import. */
const ENTRY = `${HOST}/index.ts`;

/** Undefined: a file in no storey. */
export function storeyOf(file: string): string | undefined {
  if (file === ENTRY) return 'app';
  const [, storey = ''] = /^core-adapter\/src\/host\/([^/]+)\//.exec(file) ?? [];
  return STOREYS.includes(storey) ? storey : undefined;
}

/** Files of the host that stand in no storey, one sentence each. */
export function findOutsideStoreys(files: readonly string[]): string[] {
  return files
    .filter((file) => storeyOf(file) === undefined)
    .map(
      (file) =>
        `${file}:1 stands in no storey. Move it to one of ${STOREYS.map((name) => `${HOST}/${name}`).join(', ')}.`,
    );
}

/** Imports of a storey above, one sentence each. */
export function findUpwardImports(imports: readonly Import[]): string[] {
  return imports.flatMap(({ from, line, to }) => {
    const [here, there] = [storeyOf(from), storeyOf(to)];
    if (here === undefined || there === undefined || STOREYS.indexOf(there) >= STOREYS.indexOf(here)) return [];
    return [
      `${from}:${line} imports ${to}: "${here}" does not see "${there}". Take it as an argument, or declare the part of the type that is used.`,
    ];
  });
}
