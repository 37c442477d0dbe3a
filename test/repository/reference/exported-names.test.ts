// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import ts from 'typescript';
import { repositoryFolder, textOf } from '../tracked-files.js';

const CONTRACT = 'docs/reference/contract.md';
const GLOSSARY = 'docs/glossary.md';

/** One sentence for each name that neither page explains. */
function unexplained(names: readonly string[], contract: string, glossary: string): string[] {
  const declared = new Set(
    [...contract.matchAll(/^(?:#### |(?:interface|type|class|function|const) )(\w+)/gm)].map(([, name]) => name),
  );
  const words = new Set(
    [...glossary.matchAll(/^\| ([^|]+?) +\|/gm)].flatMap(([, word = '']) => word.toLowerCase().split(', ')),
  );
  return names
    .filter((name) => !declared.has(name) && !words.has(wordsOf(name)))
    .map(
      (name) =>
        `${name} is exported by the contract, and neither ${CONTRACT} nor ${GLOSSARY} explains it: give it a docstring and run "npm run reference", or add a line to the glossary.`,
    );
}

/** `ResourceScope` → `resource scope` */
function wordsOf(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

test.each([
  ['api', 'BrickRequest'],
  ['api/directory', 'DirectorySource'],
  ['api/login', 'AuthProvider'],
  ['api/hand-over', 'HandOver'],
  ['ui', 'Button'],
])('each name that core-adapter/src/%s exports is explained', (folder, sample) => {
  const names = exportedNames(join(repositoryFolder, 'core-adapter', 'src', folder, 'index.ts'));
  expect(names).toContain(sample);
  expect(unexplained(names, textOf(CONTRACT), textOf(GLOSSARY))).toEqual([]);
});

test('a name that no page explains is told with what to do', () => {
  const contract = '#### Page\n\n```ts\ninterface PageProps {\n  readonly Other: string;\n}\n```';
  const names = ['Page', 'PageProps', 'ResourceScope', 'Key', 'Other'];
  const glossary = '| Word | French |\n| Resource scope | – |\n| Key, name   | clé |';
  expect(unexplained(names, contract, glossary)).toEqual([
    expect.stringMatching(
      /^Other is exported by the contract, and neither .* explains it: give it a docstring and run/,
    ),
  ]);
});

/** The names that a module exports, its own and those of other modules, as the compiler sees them. @param entry path of its file */
function exportedNames(entry: string): string[] {
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
