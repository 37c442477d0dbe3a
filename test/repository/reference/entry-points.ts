// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { exportsOf, type DeclaredExport } from './declared-export.js';

/** One way into the package, by the folder of its index in `core-adapter/src`. */
export interface EntryPoint {
  readonly folder: string;
  readonly name: string;
  readonly text: string;
}

export const ENTRY_POINTS: readonly EntryPoint[] = [
  {
    folder: 'api',
    name: '@volee/core-adapter',
    text: 'The contract of bricks with pages for schools, and what bricks of every kind share: types, errors and small factories, without input, output or side effect.',
  },
  {
    folder: 'api/directory',
    name: '@volee/core-adapter/directory',
    text: 'For bricks that bring persons, groups and schools: from a directory, or from files.',
  },
  { folder: 'api/login', name: '@volee/core-adapter/login', text: 'For bricks that log users in.' },
  {
    folder: 'api/hand-over',
    name: '@volee/core-adapter/hand-over',
    text: 'For bricks that hand copies over from school to school.',
  },
  { folder: 'ui', name: '@volee/core-adapter/ui', text: 'Components of pages, rendered on the server.' },
  { folder: 'testing', name: '@volee/core-adapter/testing', text: 'For the tests of bricks; nothing else imports it.' },
];

/** The page with its types alone, from docs/reference: `@volee/core-adapter/login` → `api/login.md`. */
export function reportOf({ name }: Pick<EntryPoint, 'name'>): string {
  return `api/${name.split('/').at(-1) ?? ''}.md`;
}

/** A file that an entry point hands on. */
export interface ContractFile {
  readonly name: string;
  readonly exports: readonly DeclaredExport[];
}

/** The files of an entry point, each with those of its exports that the index names, or with all. @param repository its folder */
export function filesOf({ folder: name }: EntryPoint, repository: string): ContractFile[] {
  const folder = join(repository, 'core-adapter', 'src', name);
  const index = ts.createSourceFile(
    'index.ts',
    readFileSync(join(folder, 'index.ts'), 'utf8'),
    ts.ScriptTarget.ES2022,
    true,
  );
  return index.statements.filter(ts.isExportDeclaration).map(({ moduleSpecifier, exportClause }) => {
    const path = (moduleSpecifier?.getText() ?? '').replace(/^'\.\/|\.js'$/g, '');
    const names =
      exportClause && ts.isNamedExports(exportClause) ? exportClause.elements.map((one) => one.name.text) : undefined;
    const all = exportsOf(path, sourceOf(join(folder, path)));
    return { name: path, exports: all.filter((one) => names?.includes(one.name) ?? true) };
  });
}

/** One sentence for each export that does not say, or says both. */
export function stabilityFaults({ name, exports }: ContractFile): string[] {
  return exports
    .filter(({ stability }) => stability.length !== 1)
    .map((one) => `${one.name} in ${name} has ${stabilityOf(one)}: write @stable or @unstable into its docstring.`);
}

function stabilityOf({ stability }: DeclaredExport): string {
  return stability.length === 0 ? 'no stability' : stability.join(' and ');
}

function sourceOf(path: string): string {
  const file = [`${path}.ts`, `${path}.tsx`].find((candidate) => existsSync(candidate));
  if (file === undefined) throw new Error(`${path} is not there`);
  return readFileSync(file, 'utf8');
}
