// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A declaration of the contract as the compiler wrote it, without docstrings. */
export interface ReportedDeclaration {
  readonly name: string;
  /** With a line `// @unstable` before each export or member that may change in any release. */
  readonly code: string;
}

/**
 * The contract of one entry point: every declaration, without docstrings. It is read from the compiled declarations, so that inferred types
 * are in it. @param index the path of its compiled index
 */
export function apiReport(index: string): string {
  const declarations = handedOn(index).flatMap(({ path, names }) =>
    declarationsOf(path, readFileSync(path, 'utf8')).filter(
      ({ name, isExported }) => !isExported || (names?.has(name) ?? true),
    ),
  );
  return declarations
    .toSorted((one, other) => compare(one.name, other.name))
    .map(({ code }) => code)
    .join('\n\n');
}

/** The declarations of one file. Those that are not exported are in it too, since exported ones use them. */
export function declarationsOf(path: string, text: string): (ReportedDeclaration & { readonly isExported: boolean })[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  return file.statements.filter(isDeclaration).map((statement) => {
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    const isExported = modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    return { name: nameOf(statement), isExported, code: withoutDocs(statement.getFullText()) };
  });
}

interface HandedOn {
  readonly path: string;
  /** Undefined when all exports of the file are handed on. */
  readonly names: ReadonlySet<string> | undefined;
}

function handedOn(index: string): HandedOn[] {
  const file = ts.createSourceFile(index, readFileSync(index, 'utf8'), ts.ScriptTarget.ES2022, true);
  return file.statements.filter(ts.isExportDeclaration).flatMap(({ moduleSpecifier, exportClause }) => {
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return [];
    const names =
      exportClause && ts.isNamedExports(exportClause)
        ? new Set(exportClause.elements.map(({ name }) => name.text))
        : undefined;
    return [{ path: join(index, '..', moduleSpecifier.text.replace(/\.js$/, '.d.ts')), names }];
  });
}

function isDeclaration(statement: ts.Statement): boolean {
  return !ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement);
}

function nameOf(statement: ts.Statement): string {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations[0]?.name.getText() ?? '';
  return (statement as ts.DeclarationStatement).name?.getText() ?? '';
}

/** The compiler keeps docstrings and writes no other comments that matter. */
function withoutDocs(text: string): string {
  return text
    .replace(/^[ \t]*\/\/.*\n/gm, '')
    .replace(/\/\*\*[^]*?\*\//g, (doc) => (/@unstable\b/.test(doc) ? '// @unstable' : ''))
    .replace(/^\s*\n/gm, '')
    .trim();
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
