// SPDX-License-Identifier: EUPL-1.2
import { posix } from 'node:path';
import ts from 'typescript';
import { textOf } from '../tracked-files.js';

export interface Import {
  readonly from: string;
  /** The line of the import in `from`, counted from 1. */
  readonly line: number;
  readonly to: string;
}

/** Imports between files of the repository: of values and of types, static and at run time. Imports by a package's name are left out. */
export function importsBetween(files: readonly string[]): Import[] {
  const known = new Set(files);
  return files.flatMap((from) => {
    const text = textOf(from);
    return ts.preProcessFile(text).importedFiles.flatMap(({ fileName, pos }) => {
      const to = fileName.startsWith('.') ? fileNamed(posix.join(posix.dirname(from), fileName), known) : undefined;
      return to === undefined ? [] : [{ from, line: lineAt(text, pos), to }];
    });
  });
}

/** The number of the line, from 1, at a place in the text. */
export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}

function fileNamed(path: string, known: ReadonlySet<string>): string | undefined {
  const stem = path.replace(/\.js$/, '');
  return [`${stem}.ts`, `${stem}.tsx`].find((file) => known.has(file));
}
