// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { USES } from './contract-uses.js';
import { exportsOf, type DeclaredExport } from './declared-export.js';

/** One way into the package, by the folder of its index in `core-adapter/src`. */
interface Part {
  readonly folder: string;
  readonly name: string;
  readonly text: string;
}

export const PARTS: readonly Part[] = [
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

interface File {
  readonly name: string;
  readonly exports: readonly DeclaredExport[];
}

/** The page about what a brick may import, from the docstrings. @param repository its folder */
export function contractReference(repository: string): string {
  const parts = PARTS.map((part) => ({
    ...part,
    files: filesOf(join(repository, 'core-adapter', 'src', part.folder)),
  }));
  return [
    '# Contract',
    'What a brick may import of `@volee/core-adapter`, from the docstrings of the sources.',
    usesSection(parts.flatMap(({ files }) => files)),
    '## Contents',
    ...parts.map(({ name, files }) => [`- [\`${name}\`](#${anchor(name)})`, ...files.map(contentsLine)].join('\n')),
    ...parts.flatMap(({ name, text, files }) => [`## \`${name}\``, text, ...files.flatMap(fileSections)]),
  ].join('\n\n');
}

/** Tasks of authors, beside the parts of the contract for them. @throws Error when a part is missing from the contract */
function usesSection(files: readonly File[]): string {
  const declared = new Map(files.flatMap(({ exports }) => exports.map((one) => [one.name, one.code] as const)));
  const link = (use: string): string => {
    const [name = '', member] = use.split('.');
    const code = declared.get(name);
    if (code === undefined || (member !== undefined && !new RegExp(`\\b${member}\\b`).test(code))) {
      throw new Error(`${use} is not in the contract; correct contract-uses.ts`);
    }
    return `[\`${use}\`](#${anchor(name)})`;
  };
  const rows = USES.map(({ want, use }) => `| ${want} | ${use.map(link).join(', ')} |`);
  return ['## For this, use that', '', '| To … | use |', '| --- | --- |', ...rows].join('\n');
}

function contentsLine({ name, exports }: File): string {
  return `  - [${name}](#${anchor(name)}): ${exports.map((one) => one.name).join(', ')}`;
}

function fileSections({ name, exports }: File): string[] {
  return [`### ${name}`, ...exports.flatMap(exportSections)];
}

function exportSections({ name, text, tags, code }: DeclaredExport): string[] {
  const list = tags.map((tag) => `- ${tag}`).join('\n');
  return [`#### ${name}`, text, `\`\`\`ts\n${code}\n\`\`\``, list].filter((part) => part !== '');
}

/** As forges make it from a heading. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-');
}

/** The files that an index hands on, each with those of its exports that the index names, or with all. */
function filesOf(folder: string): File[] {
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
    return { name: path, exports: withProps(all.filter(({ name }) => names?.includes(name) ?? true)) };
  });
}

/** A component and what it takes are read together. */
function withProps(exports: readonly DeclaredExport[]): DeclaredExport[] {
  const propsOf = (name: string): DeclaredExport | undefined => exports.find((one) => one.name === `${name}Props`);
  const taken = new Set(exports.map(({ name }) => propsOf(name)));
  return exports
    .filter((one) => !taken.has(one))
    .map((one) => ({ ...one, code: [propsOf(one.name)?.code, one.code].filter(Boolean).join('\n\n') }));
}

function sourceOf(path: string): string {
  const file = [`${path}.ts`, `${path}.tsx`].find((candidate) => existsSync(candidate));
  if (file === undefined) throw new Error(`${path} is not there`);
  return readFileSync(file, 'utf8');
}
