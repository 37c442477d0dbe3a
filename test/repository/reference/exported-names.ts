// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import ts from 'typescript';

/** The names that a module exports, its own and those of other modules, as the compiler sees them. @param entry path of its file */
export function exportedNames(entry: string): string[] {
  // Other packages and the library are not needed to know names, and reading them takes seconds.
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    jsx: ts.JsxEmit.ReactJSX,
    noLib: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const folder = join(entry, '..');
  const program = ts.createProgram([entry], options, {
    ...host,
    fileExists: (path) => path.startsWith(folder) && host.fileExists(path),
  });
  const source = program.getSourceFile(entry);
  const module = source && program.getTypeChecker().getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${entry} exports nothing.`);
  return program
    .getTypeChecker()
    .getExportsOfModule(module)
    .map(({ name }) => name);
}
